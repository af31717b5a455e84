import type { ProfileName, RequestLineCode } from '@fairlead/routing';
import type { ControllerChoice, RowNote, TraceAnswer } from '../trace-view/trace-view.ts';
import { buildHiddenWayMessages } from './en-request-tracer-hidden.ts';
import { buildHopMessages } from './en-request-tracer-hops.ts';
import { buildLoserMessages } from './en-request-tracer-losers.ts';
import { buildReachMessages } from './en-request-tracer-reach.ts';
import { buildRequestChangeMessages } from './en-request-tracer-changes.ts';
import { buildTraceTableMessages } from './en-request-tracer-table.ts';
import type { Formats } from './format.ts';

const profileNames: Readonly<Record<ProfileName, string>> = {
  spec: 'the letter of the Ingress API',
  'ingress-nginx': 'ingress-nginx',
  'f5-nginx': 'F5 NGINX Ingress Controller',
  traefik: 'Traefik',
  haproxytech: 'HAProxy Kubernetes Ingress Controller',
  'haproxy-ingress': 'HAProxy Ingress',
  kong: 'Kong',
  istio: 'Istio',
  contour: 'Contour',
  alb: 'AWS Load Balancer Controller',
  gce: 'GKE Ingress',
};

const problems: Readonly<Record<RequestLineCode, string>> = {
  empty: 'Type a URL, such as shop.example.com/api, or paste a curl line.',
  'unclosed-quote': 'A quote is opened and not closed.',
  'no-url': 'This curl line has no URL.',
  'several-urls': 'This curl line asks for several URLs; one at a time can be traced.',
  'option-without-value': 'The last option of this curl line lacks its value.',
  'unsupported-option': 'An option of this curl line is not known here.',
  'value-from-file': 'This curl line reads a value from a file, which this page cannot.',
  'header-without-colon': 'A header has a name, a colon and a value.',
  'resolve-malformed': 'What follows --resolve has the form host:port:address.',
  'method-malformed': 'A method is letters only, such as GET.',
  'unsupported-scheme': 'Only http and https go through an Ingress.',
  'host-missing': 'The URL names no host.',
  'host-not-ascii': 'Write the host as DNS has it, in ASCII (xn--…).',
  'host-malformed': 'This is no host name.',
  'port-malformed': 'A port is a number from 1 to 65535.',
  'space-in-url': 'A URL holds no spaces; write %20.',
};

const notes: Readonly<Record<RowNote, string>> = {
  wins: 'wins',
  'matches-shorter': 'matches, shorter',
  'matches-later': 'matches, comes later',
  'not-equal': 'not equal',
  'no-match': 'no match',
  shadowed: 'shadowed',
  'not-used': 'not in use',
};

/** The name under which a controller answers in sentences. */
function controllerName({ profile, isKnown, name }: ControllerChoice): string {
  if (profile !== 'spec') return profileNames[profile];
  return isKnown || name === '' ? 'the controller' : name;
}

/** The same at the beginning of a line. */
const controllerTitle = (choice: ControllerChoice): string => upperFirst(controllerName(choice));

/** Words of the tracer: the bar, the answer, what the picture says of it. */
export const buildRequestTracerMessages = (formats: Formats) => {
  const { count, plural } = formats;
  const pods = (n: number): string => `${count(n)} ${plural(n, { one: 'Pod', other: 'Pods' })}`;
  const readyPods = (n: number): string => `${count(n)} ready ${plural(n, { one: 'Pod', other: 'Pods' })}`;
  const hops = buildHopMessages(formats);
  const losers = buildLoserMessages(formats);

  /** How many Pods, or addresses where no Pod stands behind them. */
  const reached = ({ trace }: TraceAnswer): number => trace.pods.length || trace.endpoints.length;

  const headline = (answer: TraceAnswer): string => {
    const { trace } = answer;
    switch (trace.result) {
      case 'ok':
        return `Reaches ${nameOf(trace.service)}, ${pods(reached(answer))}`;
      case 'external':
        return `Leaves the cluster for ${trace.externalName ?? ''}`;
      case 'redirect':
        return `This request is sent elsewhere with ${trace.httpStatus ?? 'a redirect'}`;
      case 'fail':
        return noRule(answer)
          ? 'No rule takes this request'
          : `This request gets ${statusWords(trace.httpStatus)}`;
    }
  };

  const sentence = (answer: TraceAnswer): string => {
    const { trace, controller } = answer;
    const by = controllerName(controller);
    switch (trace.result) {
      case 'ok':
        return `Ingress \`${trace.ingress ?? ''}\` sends it to Service \`${trace.service ?? ''}\`, port \`${trace.servicePort ?? ''}\`.`;
      case 'external':
        return `Ingress \`${trace.ingress ?? ''}\` sends it to Service \`${trace.service ?? ''}\`, which stands for \`${trace.externalName ?? ''}\`.`;
      case 'redirect':
        return `${upperFirst(by)} answers with \`${trace.location ?? ''}\` before any Service is asked.`;
      case 'fail':
        return failure(answer, by);
    }
  };

  const failure = (answer: TraceAnswer, by: string): string => {
    const { trace } = answer;
    const takes = trace.service === null ? '' : `Ingress \`${trace.ingress ?? ''}\` takes it. `;
    if (!noRule(answer)) return `${takes}${hops.break(answer)}`;
    const status = trace.httpStatus === null ? '' : ` ${upperFirst(by)} answers ${trace.httpStatus}.`;
    const closest = hops.closest(answer);
    return `${hops.break(answer)}${status}${closest === '' ? '' : ` ${closest}`}`;
  };

  const announceWay = ({ hops: way }: TraceAnswer): string =>
    way.flatMap((hop) => hops.spoken(hop) ?? []).join(' ');

  const announcement = (request: string, answer: TraceAnswer): string => {
    const { trace, brokenHop, finding } = answer;
    switch (trace.result) {
      case 'ok':
        return `Request ${request} reaches ${readyPods(reached(answer))}. ${announceWay(answer)}`;
      case 'external':
        return `Request ${request} leaves the cluster for ${trace.externalName ?? ''}. ${announceWay(answer)}`;
      case 'redirect':
        return `Request ${request} is redirected with ${trace.httpStatus ?? ''} to ${trace.location ?? ''}.`;
      case 'fail': {
        const fix = finding !== undefined && finding.fixes.length > 0 ? ' Fix available.' : '';
        return `Request ${request} gets ${statusWords(trace.httpStatus)}. It breaks at hop ${brokenHop ?? ''} of 7: ${plain(hops.break(answer))}${fix}`;
      }
    }
  };

  return {
    label: () => 'Trace',
    field: () => 'URL or curl line to trace',
    placeholder: () => 'Where does this URL go? shop.example.com/api or a curl line',
    submit: () => 'Trace',
    clear: () => 'Clear the trace',
    key: () => 'Trace a URL; Enter traces, Esc clears',
    suggestions: () => 'Known hosts and paths',
    problem: (code: RequestLineCode) => problems[code],
    more: {
      open: (headers: number) => (headers === 0 ? 'More' : `More, ${count(headers)}`),
      title: () => 'Method and headers',
      method: () => 'Method',
      headers: () => 'Headers, one per line',
      headersHint: () =>
        'Such as X-Canary: always. Values of Authorization and Cookie stay in this tab: they are never put into the address.',
      badHeader: (line: string) => `“${line}” has no colon.`,
    },
    withheld: (names: readonly string[]) =>
      `The address does not carry the ${names.length === 1 ? 'value' : 'values'} of ${formats.list(names)}. Fill ${names.length === 1 ? 'it' : 'them'} in under More where rules look at ${names.length === 1 ? 'it' : 'them'}.`,
    chip: (answer: TraceAnswer): string => {
      const { trace, brokenHop } = answer;
      switch (trace.result) {
        case 'ok':
          return `Reaches ${pods(reached(answer))}`;
        case 'external':
          return 'Leaves the cluster';
        case 'redirect':
          return `${trace.httpStatus ?? ''} redirect`.trim();
        case 'fail':
          return `${statusWords(trace.httpStatus)}, breaks at hop ${brokenHop ?? ''}`;
      }
    },
    computing: () => 'Tracing…',
    headline,
    sentence,
    announcement,
    /** What was read of the controller's ConfigMap, and from where. */
    settings: ({ settings }: Pick<TraceAnswer, 'settings'>): string => {
      if (settings === undefined) return '';
      const { configMap, state, options } = settings;
      const namespace = configMap.slice(0, configMap.indexOf('/'));
      switch (state) {
        case 'read': {
          const read = Object.entries(options).map(([name, value]) => `${name} ${String(value)}`);
          return read.length === 0
            ? `ConfigMap \`${configMap}\` says nothing that changes where requests go.`
            : `From ConfigMap \`${configMap}\`: ${read.join(', ')}.`;
        }
        case 'forbidden':
          return `The controller has settings in ConfigMap \`${configMap}\`, which you may not read: defaults are assumed. Ask for \`get\` on \`configmaps\` in \`${namespace}\`.`;
        case 'missing':
          return `ConfigMap \`${configMap}\`, which the controller was started with, does not exist: defaults are assumed.`;
        case 'failed':
          return `ConfigMap \`${configMap}\` could not be read: defaults are assumed.`;
      }
    },
    computed: (answer: TraceAnswer) =>
      `Rules of ${answer.controller.profile === 'spec' ? profileNames.spec : controllerName(answer.controller)}. Computed from the objects; no request was sent.`,
    assumed: () => 'This rests on an assumption: neither the API nor the controller promises it.',
    unknownController: (name: string) =>
      name === ''
        ? 'No ingress controller was recognised in this cluster: the request is traced by the letter of the Ingress API.'
        : `${name} is not a controller known here: the request is traced by the letter of the Ingress API.`,
    panel: {
      label: () => 'Trace',
      close: () => 'Close the trace',
      tabs: () => 'Parts of the trace',
      path: () => 'Path',
      lost: () => 'Rules that lost',
      reproduce: () => 'Reproduce',
      hops: () => 'Hops of the request',
      fix: () => 'What is wrong there',
      copyText: () => 'Copy as text',
      copied: () => 'The trace is copied.',
      failed: () => 'This request could not be traced.',
    },
    profile: {
      label: () => 'Rules of',
      auto: (name: string) => `Automatic: ${name}`,
      autoShort: () => 'Automatic',
      autoDetail: () => 'Who has the best claim on the host',
      controller: ({ profile, name, isKnown }: ControllerChoice) =>
        isKnown ? `${profileNames[profile]}, ${name}` : name === '' ? 'No controller' : name,
      controllerDetail: ({ classNames, ingressCount }: ControllerChoice) =>
        `${classNames.length === 0 ? 'no class' : `class ${classNames.join(', ')}`}, ${count(ingressCount)} ${plural(ingressCount, { one: 'Ingress', other: 'Ingresses' })}`,
      as: (profile: ProfileName) => `As if by ${profileNames[profile]}`,
    },
    draft: {
      label: () => 'Which cluster is traced',
      now: () => 'As it is',
      draft: () => 'With my draft',
      same: () => 'The draft changes nothing for this request.',
      differs: (now: string, drafted: string) => `As it is: ${now}. With my draft: ${drafted}.`,
    },
    reproduceTab: {
      intro: () => 'Lines that send this very request, whatever DNS says.',
      noAddress: () =>
        'Nobody knows where the controller listens: no controller of this class was recognised in the cluster and the Ingress has no address. This line works if DNS knows the host.',
      curl: (address: string) => `curl, by ${address}`,
      plainCurl: () => 'curl, by DNS',
      hosts: () => 'Hosts file',
      copy: (what: string) => `Copy ${what}`,
      copied: () => 'Copied',
    },
    hop: hops,
    losers,
    note: (note: RowNote) => notes[note],
    hidden: buildHiddenWayMessages(formats),
    table: buildTraceTableMessages(formats),
    controllerName,
    controllerTitle,
    reach: buildReachMessages(formats),
    changes: buildRequestChangeMessages(formats),
  };
};

/** Neither host nor path of any rule: there is no rule that one could speak of. */
const noRule = ({ trace }: TraceAnswer): boolean =>
  trace.reason === 'NO_HOST_MATCH' || trace.reason === 'NO_PATH_MATCH';

const statusWords = (status: number | null): string => (status === null ? 'no answer' : String(status));

/** Without its namespace: that stands in the picture. */
const nameOf = (name: string | null): string => name?.slice(name.indexOf('/') + 1) ?? '';

/** Names keep their letters: `ingress-nginx` is one. */
const upperFirst = (text: string): string => text.replace(/^the /, 'The ');

const plain = (text: string): string => text.replaceAll('`', '');

export type RequestTracerMessages = ReturnType<typeof buildRequestTracerMessages>;
