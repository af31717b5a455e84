import type {
  ControllerFamily,
  FieldCheck,
  IngressFieldCode,
  PathExamples,
  PathReach,
} from '@fairlead/routing';
import { controllerFamilies as families } from './en-controller-options.ts';
import { ingressCheckWords } from './en-ingress-form-checks.ts';
import type { Formats } from './format.ts';

const reaches: Readonly<Record<PathReach, string>> = {
  exact: 'exactly this path',
  elements: 'this path and everything below it',
  text: 'every path that begins with this text',
  'text-any-case': 'every path that begins with this text, in capitals or not',
  pattern: 'what the pattern says',
  everything: 'every path',
};

/** What a default backend is to a controller that also has rules. */
const defaultBackends: Readonly<Partial<Record<ControllerFamily, string>>> = {
  'ingress-nginx':
    'ingress-nginx: for requests to the hosts above that no path matches; without rules, for unknown hosts.',
  'nginx-f5': 'F5 NGINX: for the hosts above where no path is /. It wants rules.',
  traefik: 'Traefik ignores it beside rules; without rules it gets what nothing else matches.',
  haproxytech: 'HAProxy Kubernetes Ingress: for everything that no Ingress matches.',
  'haproxy-ingress': 'HAProxy Ingress: for every host that no Ingress has.',
  kong: 'Kong: for everything that no Ingress matches; the oldest Ingress that has one.',
  istio: 'Istio ignores it.',
  contour: 'Contour: for every host that no Ingress has.',
};

const buildRuleWords = ({ count, plural, list }: Formats) => ({
  title: () => 'Rules',
  count: (hosts: number, paths: number) =>
    `${count(hosts)} ${plural(hosts, { one: 'host', other: 'hosts' })}, ${count(paths)} ${plural(paths, { one: 'path', other: 'paths' })}`,
  addHost: () => 'Add host',
  addPath: () => 'Add path',
  addPathTo: (host: string) => `Add path to ${host}`,
  host: () => 'Host',
  anyHost: () => 'any host',
  hostRule: (host: string) => `Rule for ${host}`,
  hostHelp: () =>
    'The name clients ask for; *.example.com stands for one label before it, empty for any host. A change moves all its paths.',
  fold: (host: string) => `Fold ${host}`,
  unfold: (host: string) => `Unfold ${host}`,
  moveHostUp: () => 'Move host up',
  moveHostDown: () => 'Move host down',
  duplicateHost: () => 'Duplicate host with its paths',
  removeHost: () => 'Remove host with its paths',
  hostActions: (host: string) => `Actions for ${host}`,
  restoreHost: (host: string) => `Restore ${host}`,
  to: (path: string, backend: string) => `${path} to ${backend}`,
  more: (n: number) => `${count(n)} more ${plural(n, { one: 'path', other: 'paths' })}`,
  path: () => 'Path',
  pathHelp: () =>
    'The part of the URL behind the host, with a slash. No default; / is everything. Requests of the old path are let go.',
  pathType: () => 'Type',
  pathTypeHelp: () =>
    'How the path is compared. Prefix goes by whole parts between slashes, Exact takes nothing else, ImplementationSpecific leaves it to the controller. No default; another type takes more or fewer requests.',
  service: () => 'Service',
  serviceHelp: () =>
    'Where requests go: a Service of this namespace. No default. A change moves them when applied.',
  port: () => 'Port',
  portHelp: () => 'A port of the Service, by name or number; no default. One it does not have gets 503.',
  about: (label: string) => `About ${label}`,
  row: (path: string) => `Path ${path === '' ? 'without text' : path}`,
  actions: (path: string) => `Actions for path ${path}`,
  duplicate: () => 'Duplicate',
  moveUp: () => 'Move up',
  moveDown: () => 'Move down',
  moveKeys: (direction: 'up' | 'down') => (direction === 'up' ? 'Alt ↑' : 'Alt ↓'),
  moveTo: (host: string) => `Move to ${host}`,
  toResource: () => 'Use a resource instead of a Service',
  toService: () => 'Use a Service instead of a resource',
  showInYaml: () => 'Show in YAML',
  remove: () => 'Remove',
  restore: (path: string) => `Restore path ${path}`,
  matches: (path: string, reach: PathReach, { matching, others }: PathExamples) => {
    const such = matching.length === 0 ? '' : `, such as ${list(matching)}`;
    const not = others.length === 0 ? '' : `; not ${list(others)}`;
    return `${path} matches ${reaches[reach]}${such}${not}.`;
  },
  matchesUnknown: (path: string) => `What ${path} matches is up to the controller.`,
  typeDetail: (reach: PathReach, { matching, others }: PathExamples) => {
    const such = matching.length === 0 ? '' : `: ${matching.join('  ')}`;
    return `${reaches[reach]}${such}${others.length === 0 ? '' : `, not ${others.join('  ')}`}`;
  },
  typeUnknown: () => 'up to the controller',
  freeText: () => 'Type a name that does not exist yet',
  freePort: () => 'Type a port that does not exist yet',
  pods: (ready: number, all: number) => `${count(ready)} of ${count(all)} Pods ready`,
  podsReady: (ready: number) => `${count(ready)} ready`,
  podsUnknown: () => 'Pods cannot be read',
  serviceDetail: (ports: readonly string[], pods: string) =>
    `${ports.length === 0 ? 'no ports' : ports.join(', ')} · ${pods}`,
  external: (type: string) => type,
  numbered: (name: string) => `called ${name}, too long for an Ingress to name`,
  called: (name: string) => `called ${name}`,
  notTcp: (protocol: string) => `${protocol}: Ingresses send TCP only`,
  noService: (name: string) => `Service ${name} does not exist.`,
  noPort: (service: string, port: string, known: readonly string[]) =>
    known.length === 0
      ? `Service ${service} has no port ${port}.`
      : `Service ${service} has no port ${port}. It has ${list(known)}.`,
  takePort: (port: string) => `Use ${port}`,
  noneReady: (service: string, all: number) =>
    all === 0
      ? `Service ${service} has no Pods now.`
      : `None of the ${count(all)} Pods of ${service} is ready now.`,
  noTarget: (service: string, target: string) =>
    `No container port of the Pods of ${service} is called ${target}: requests end there.`,
  noEndpoint: (service: string) => `Pods of ${service} are ready, but none of its endpoints is.`,
  resourceKind: () => 'Kind',
  resourceName: () => 'Name',
  resourceGroup: () => 'API group',
  resourceHelp: () =>
    'An object that the controller knows, such as a bucket. Default none. Many controllers know none and answer an error.',
  anyPath: () => 'every path',
  reordered: () => '~ paths in another order',
});

const buildClaimWords = ({ count, list }: Formats) => ({
  title: (host: string) => `Who claims ${host}`,
  rivals: (host: string, names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? 'claims' : 'claim'} ${host} too.`,
  othersToo: (names: readonly string[]) =>
    `${list(names)} ${names.length === 1 ? 'has' : 'have'} this host under another class or none: not served by this controller.`,
  wholeHost: (name: string) =>
    `F5 NGINX gives the whole host to the older one: ${name}. The other gets nothing.`,
  wholeHostIsMine: () => 'F5 NGINX gives the whole host to the older one: this one.',
  order: () => 'Paths in the order of the Kubernetes API; a controller may have its own:',
  thisOne: () => 'this Ingress',
  more: (n: number) => `${count(n)} more`,
  loses: (name: string) => `${name} is older and keeps this path: it gets no requests here.`,
  wins: (name: string) => `${name} has this path too. This Ingress is older and keeps it.`,
  open: (name: string) => `${name} has this path too. Who wins depends on the controller.`,
  ofOther: (what: string) => what,
});

const buildTlsWords = ({ count, plural, list }: Formats) => ({
  title: () => 'TLS',
  count: (n: number) => `${count(n)} ${plural(n, { one: 'certificate', other: 'certificates' })}`,
  none: () => 'No certificate: HTTPS gets the controller’s own one, which browsers do not trust.',
  add: () => 'Add certificate',
  row: (secret: string) => `Certificate ${secret === '' ? 'of the controller' : secret}`,
  secret: () => 'Secret',
  secretHelp: () =>
    'Secret: a TLS Secret of this namespace. Empty: the controller’s own certificate. Traefik only loads it; TLS itself is an option there.',
  secretFree: () => 'Type a name that does not exist yet',
  secretsHidden: () => 'Secrets of this namespace cannot be listed: type the name.',
  hosts: () => 'Hosts',
  hostsHelp: () =>
    'Hosts: with commas. Requests for them get this certificate; a host in none is served without.',
  uncovered: (host: string) => `Add ${host}`,
  uncoveredHosts: (hosts: readonly string[]) => `No certificate for ${list(hosts)}.`,
  check: (secret: string) => `Show certificate ${secret}`,
  checking: () => 'Reading the certificate…',
  valid: (days: number) => `valid ${count(days)} ${plural(days, { one: 'day', other: 'days' })}`,
  expired: (days: number) => `expired ${count(days)} ${plural(days, { one: 'day', other: 'days' })} ago`,
  notYet: (days: number) => `valid in ${count(days)} ${plural(days, { one: 'day', other: 'days' })}`,
  names: (names: readonly string[]) => `For ${list(names)}.`,
  commonNameOnly: (name: string) =>
    `It names no host but in its common name ${name}, which browsers do not read.`,
  issuer: (issuer: string) => `Issued by ${issuer}.`,
  notFor: (hosts: readonly string[]) => `It is not for ${list(hosts)}: browsers will warn.`,
  problems: {
    'secret-missing': 'There is no such Secret in this namespace.',
    'certificate-missing': 'The Secret has no certificate.',
    'certificate-unreadable': 'The certificate cannot be read.',
    'key-missing': 'The Secret has no key.',
    'key-unreadable': 'The key cannot be read.',
    'key-of-another-certificate': 'The key belongs to another certificate.',
  },
  notListed: (secret: string) => `No TLS Secret ${secret} in this namespace.`,
  actions: (secret: string) => `Actions for certificate ${secret}`,
  remove: (secret: string) => `Remove certificate ${secret}`,
  restore: (secret: string) => `Restore certificate ${secret}`,
});

/** Words of the Ingress form: each field in one line, with its default and what a change does. */
export const buildIngressFormMessages = (formats: Formats) => ({
  check: (check: FieldCheck<IngressFieldCode>): string => ingressCheckWords[check.code](check.details),
  families,
  was: (value: string) => (value === '' ? 'was empty' : `was ${value}`),
  wasUnset: () => 'was not set',
  states: { added: 'added', changed: 'changed', removed: 'removed' },
  identity: {
    name: () => 'Name',
    nameOfNewHelp: () => 'What the Ingress is called within its namespace. Fixed once stored.',
    nameTaken: (name: string, namespace: string) => `Ingress ${name} exists in ${namespace} already.`,
    nameHelp: () => 'A stored Ingress cannot be renamed: duplicate it, then delete the old one.',
    namespace: () => 'Namespace',
    namespaceHelp: () => 'Its Services and Secrets are of this namespace.',
    className: () => 'Ingress class',
    classHelp: () =>
      'Which controller serves this Ingress. Default: the default class. A change moves all its requests to another one.',
    classIs: (controller: string, isDefault: boolean) =>
      `Served by ${controller}${isDefault ? ', the default class' : ''}. A change moves all its requests to another controller.`,
    classDetail: (controller: string, isDefault: boolean) =>
      isDefault ? `${controller}, default` : controller,
    classEmptyNew: (name: string) =>
      `Empty: the API server writes the default class ${name} when it is created.`,
    classEmpty: () => 'Empty: most controllers leave the Ingress alone. No default applies to a stored one.',
    classMissing: (name: string) => `No IngressClass ${name}: most controllers leave the Ingress alone.`,
    classByAnnotation: (name: string) => `The annotation kubernetes.io/ingress.class says ${name}.`,
    freeText: () => 'Type a name that does not exist yet',
  },
  rules: buildRuleWords(formats),
  claims: buildClaimWords(formats),
  tls: buildTlsWords(formats),
  defaultBackend: {
    title: () => 'Default backend',
    help: () => 'Gets requests that no rule matches. Not set by default: they get 404.',
    ofFamily: (family: ControllerFamily) => defaultBackends[family],
    add: () => 'Add default backend',
    remove: () => 'Remove default backend',
    toResource: () => 'Use a resource',
    toService: () => 'Use a Service',
  },
  metadata: {
    labels: () => 'Labels',
    labelsHelp: () => 'How others find this Ingress. Default none. They route nothing.',
    annotations: () => 'Other annotations',
    annotationsHelp: () =>
      'Notes, and settings of tools such as cert-manager, which act on a change. Default none.',
    key: () => 'Key',
    value: () => 'Value',
    valueOf: (key: string) => `Value of ${key}`,
    add: () => 'Add',
    remove: (key: string) => `Remove ${key}`,
    restore: (key: string) => `Restore ${key}`,
    taken: (key: string) => `${key} is there already.`,
  },
  otherFields: (n: number) =>
    `${formats.count(n)} more ${formats.plural(n, { one: 'field', other: 'fields' })}, only in YAML`,
});

export type IngressFormMessages = ReturnType<typeof buildIngressFormMessages>;
