import type { TraceTls } from '@fairlead/routing';
import type {
  AddressHop,
  ControllerHop,
  HostHop,
  PathHop,
  PodsHop,
  ServicePortHop,
  TargetPortHop,
  TraceAnswer,
  TraceHop,
} from '../trace-view/trace-view.ts';
import type { TracedCertificate } from '../trace-view/traced-facts.ts';
import type { Formats } from './format.ts';

const nameOf = (name: string): string => name.slice(name.indexOf('/') + 1);

function namespaceOf(name: string): string {
  return name.slice(0, name.indexOf('/'));
}

/** Why nothing can be said of a certificate; empty where something can, or where it is still being read. */
function unreadWords({ state, secret }: TracedCertificate): string {
  if (state === 'forbidden')
    return `Whether it covers the host is not known: you may not read Secrets in \`${namespaceOf(secret)}\`. Ask for \`get\` on \`secrets\`.`;
  return state === 'failed' ? 'Whether it covers the host is not known: the Secret could not be read.' : '';
}

function tlsWords(tls: TraceTls): string {
  if (tls.reason === 'TLS_SECRET_NOT_FOUND')
    return 'The TLS Secret cannot be used: browsers see the controller’s own certificate.';
  if (tls.secret === null)
    return 'No tls section names this host: browsers see the controller’s own certificate.';
  if (tls.covered === null) return `Certificate from Secret \`${tls.secret}\`.`;
  return tls.covered
    ? `Certificate \`${tls.secret}\` covers the host.`
    : `Certificate \`${tls.secret}\` does not cover the host: browsers warn.`;
}

function refusalWords({ reason, ingress, className, field }: NonNullable<ControllerHop['refused']>): string {
  switch (reason) {
    case 'CLASS_NOT_FOUND':
      return `Ingress \`${ingress}\` has a rule for this request, but its class \`${className}\` does not exist.`;
    case 'CLASS_OTHER_CONTROLLER':
      return `Ingress \`${ingress}\` has a rule for this request, but its class \`${className}\` belongs to another controller.`;
    case 'NO_CLASS':
      return `Ingress \`${ingress}\` has a rule for this request, but names no class.`;
    default:
      return `Ingress \`${ingress}\` has a rule for this request, but is not valid${field === undefined ? '' : `: \`${field}\``}.`;
  }
}

const certificateProblems: Readonly<Record<NonNullable<TracedCertificate['problem']>, string>> = {
  'secret-missing': 'there is no such Secret',
  'certificate-missing': 'it holds no certificate',
  'certificate-unreadable': 'its certificate cannot be read',
  'key-missing': 'it holds no private key',
  'key-unreadable': 'its private key cannot be read',
  'key-of-another-certificate': 'its private key belongs to another certificate',
};

const notReached = 'Not reached';

/** Words of the seven hops: a title each, what was decided, and where it broke. */
export const buildHopMessages = (formats: Formats) => {
  const { count, plural, list } = formats;
  const podsOf = (n: number): string => `${count(n)} ${plural(n, { one: 'Pod', other: 'Pods' })}`;
  const others = (n: number): string => `${count(n)} ${plural(n, { one: 'other', other: 'others' })}`;

  const address = ({ host, addresses, moreCount, source }: AddressHop): string => {
    const shown = list([
      ...addresses.map((each) => `\`${each}\``),
      ...(moreCount === 0 ? [] : [`${count(moreCount)} more`]),
    ]);
    if (source === 'unknown') return 'Nobody knows where the controller listens; DNS decides.';
    const where = source === 'controller' ? '' : ', as the status of the Ingress says';
    return `DNS of \`${host}\` should be ${addresses.length + moreCount > 1 ? 'one of ' : ''}${shown}${where}.`;
  };

  const days = (n: number): string => `${count(n)} ${plural(n, { one: 'day', other: 'days' })}`;

  const validityWords = ({ validity }: TracedCertificate): string => {
    if (validity === undefined) return '';
    if (validity.kind === 'expired') return `It expired ${days(validity.days)} ago: browsers warn.`;
    if (validity.kind === 'not-yet') return `It begins in ${days(validity.days)}: browsers warn.`;
    return `It is valid for ${days(validity.days)} more.`;
  };

  /** What was read of a certificate, beyond whether it covers the host. */
  const certificateWords = (certificate: TracedCertificate, { covered, secret }: TraceTls): string => {
    if (certificate.state === 'missing') return `Secret \`${certificate.secret}\` does not exist.`;
    if (certificate.state !== 'read') return unreadWords(certificate);
    if (certificate.problem !== undefined)
      return `Secret \`${certificate.secret}\`: ${certificateProblems[certificate.problem]}.`;
    if (secret === null) return '';
    const shown = certificate.names.slice(0, 6).map((name) => `\`${name}\``);
    const more = certificate.names.length - shown.length;
    const names = list(more > 0 ? [...shown, others(more)] : shown);
    const whose =
      shown.length > 0
        ? `It is for ${names}. `
        : `It names no host but in its common name \`${certificate.commonName}\`, which browsers do not read. `;
    return `${covered === true ? '' : whose}${validityWords(certificate)}`;
  };

  const controllerDetail = ({ tls, refused, scheme, certificate }: ControllerHop): string => {
    if (refused !== undefined) return refusalWords(refused);
    if (tls === undefined) return `Plain ${scheme}.`;
    const more = certificate === undefined ? '' : certificateWords(certificate, tls);
    return more === '' ? tlsWords(tls) : `${tlsWords(tls)} ${more}`;
  };

  const hostTitle = ({ match, hostRule, state }: HostHop): string => {
    if (state === 'not-reached') return 'Host';
    if (match === 'none') return 'No rule has this host';
    return match === 'any' ? 'Rules for any host' : `Host \`${hostRule}\``;
  };

  const hostDetail = ({ match, ingresses, closest, state }: HostHop): string => {
    if (state === 'not-reached') return notReached;
    if (match === 'none')
      return closest === undefined ? 'Nor does a wildcard cover it.' : `Closest host: \`${closest}\`.`;
    const kind = match === 'exact' ? 'Exact host' : match === 'wildcard' ? 'Wildcard host' : 'No host';
    const where = ingresses.map((name) => `\`${name}\``);
    return where.length === 0
      ? `${kind}.`
      : `${kind} in ${plural(where.length, { one: 'one Ingress', other: 'Ingresses' })}: ${list(where)}.`;
  };

  const pathTitle = ({ match, path, state }: PathHop): string => {
    if (state === 'not-reached') return 'Path';
    if (match === 'none') return 'No path of this host matches';
    if (match === 'default-backend') return 'The default backend takes it';
    return path === '' ? 'Every path: wins' : `Path \`${path}\` wins`;
  };

  const winsOver = ({ pathType, matchCount, ruleCount }: PathHop): string => {
    const type = pathType === '' ? '' : `${pathType}, `;
    if (matchCount > 1) return `${type}the first of ${count(matchCount)} that match.`;
    return ruleCount > 1
      ? `${type}the only one of ${count(ruleCount)} that matches.`
      : `${type}the only rule of this host.`;
  };

  const pathDetail = (hop: PathHop): string => {
    if (hop.state === 'not-reached') return notReached;
    if (hop.match === 'none')
      return `${count(hop.ruleCount)} ${plural(hop.ruleCount, { one: 'rule', other: 'rules' })} of this host, none for this path.`;
    const parts = [
      hop.match === 'default-backend'
        ? `Of Ingress \`${hop.ingress ?? ''}\`: no rule matches.`
        : winsOver(hop),
      hop.redirect === undefined ? '' : `Answers ${hop.redirect.httpStatus} to \`${hop.redirect.location}\`.`,
      hop.rewrittenPath === undefined ? '' : `The Service receives \`${hop.rewrittenPath}\`.`,
      hop.split.length === 0
        ? ''
        : `Shared: ${list(hop.split.map(({ service, weight }) => `${weight} % to \`${service ?? ''}\``))}.`,
    ];
    return parts.filter((part) => part !== '').join(' ');
  };

  const portName = ({ port, wanted }: ServicePortHop): string =>
    port === undefined ? wanted : port.name === '' ? String(port.number) : port.name;

  const serviceTitle = (hop: ServicePortHop): string => {
    if (hop.state === 'not-reached') return 'Service port';
    const name = hop.service === undefined ? '' : nameOf(hop.service);
    switch (hop.problem) {
      case 'SERVICE_NOT_FOUND':
        return `Service \`${name}\` does not exist`;
      case 'SERVICE_PORT_NOT_FOUND':
        return `Service \`${name}\` has no port \`${hop.wanted}\``;
      case 'RESOURCE_BACKEND_UNSUPPORTED':
        return 'The backend is a resource, not a Service';
      case 'PROTOCOL_MISMATCH':
        return `Port \`${portName(hop)}\` of Service \`${name}\` is not TCP`;
      default:
        return hop.wanted === '' ? `Service \`${name}\`` : `Service \`${name}\`, port \`${portName(hop)}\``;
    }
  };

  const serviceDetail = (hop: ServicePortHop): string => {
    if (hop.state === 'not-reached') return notReached;
    if (hop.portsThere.length > 0 && hop.problem === 'SERVICE_PORT_NOT_FOUND')
      return `It has ${list(hop.portsThere.map((port) => `\`${port}\``))}.`;
    if (hop.externalName !== undefined) return `Stands for \`${hop.externalName}\` outside the cluster.`;
    if (hop.problem === 'SERVICE_NOT_FOUND') return 'There is nothing to send the request to.';
    if (hop.port === undefined) return '';
    return `\`${hop.port.number}/${hop.port.protocol}\` exists.`;
  };

  const targetTitle = (hop: TargetPortHop): string => {
    if (hop.state === 'not-reached') return 'Target port';
    if (hop.problem === 'ENDPOINT_PORT_NAME_MISMATCH') return 'No EndpointSlice has this port';
    if (hop.state === 'broken') return `Target port \`${hop.target}\` is not found`;
    const numbers = hop.numbers.length === 0 ? hop.target : hop.numbers.join(', ');
    return `Target port \`${numbers}\``;
  };

  const targetDetail = (hop: TargetPortHop): string => {
    if (hop.state === 'not-reached') return notReached;
    if (hop.state !== 'broken')
      return hop.isName ? `The Pods call it \`${hop.target}\`.` : 'A number, nothing to look up.';
    if (hop.problem === 'ENDPOINT_PORT_NAME_MISMATCH')
      return 'The EndpointSlices of the Service have ports, but none with this name.';
    const ports = hop.containerPorts.map((port) => `\`${port}\``);
    return ports.length === 0
      ? `${podsOf(hop.selectedPods)} match the selector and declare no ports.`
      : `${podsOf(hop.selectedPods)} match the selector; their container ports are ${list(ports)}.`;
  };

  const podsTitle = (hop: PodsHop): string => {
    if (hop.state === 'not-reached') return 'Pods';
    if (hop.externalName !== undefined) return 'Outside the cluster';
    if (hop.state === 'unknown') return 'Pods are not known';
    switch (hop.problem) {
      case 'SELECTOR_MATCHES_NO_PODS':
        return 'The selector matches no Pod';
      case 'NO_ENDPOINTSLICES':
        return 'The Service has no EndpointSlice';
      case 'NO_READY_ENDPOINTS':
        return hop.all === 0 ? 'No Pod is ready' : `0 of ${podsOf(hop.all)} ready`;
      default:
        return `${count(hop.ready)} of ${podsOf(hop.all)} ready`;
    }
  };

  const podsDetail = (hop: PodsHop): string => {
    if (hop.state === 'not-reached') return notReached;
    if (hop.externalName !== undefined) return `DNS of \`${hop.externalName}\` decides.`;
    if (hop.state === 'unknown') return 'Pods or EndpointSlices here cannot be read.';
    if (hop.problem === 'SELECTOR_MATCHES_NO_PODS' && hop.selector.length > 0)
      return `No Pod carries \`${hop.selector.join(',')}\`.`;
    if (hop.state === 'broken') return 'Nothing answers.';
    const more = hop.ready - hop.endpoints.length;
    const shown = hop.endpoints.map((each) => `\`${each}\``).join(', ');
    return more > 0 ? `${shown} and ${others(more)}` : shown;
  };

  const title = (hop: TraceHop, controller: string): string => {
    switch (hop.stage) {
      case 'address':
        return 'Address';
      case 'controller':
        return hop.state === 'broken'
          ? `${controller} leaves the Ingress alone`
          : `${controller} accepts port ${hop.port}`;
      case 'host':
        return hostTitle(hop);
      case 'path':
        return pathTitle(hop);
      case 'service-port':
        return serviceTitle(hop);
      case 'target-port':
        return targetTitle(hop);
      case 'pods':
        return podsTitle(hop);
    }
  };

  const detail = (hop: TraceHop): string => {
    switch (hop.stage) {
      case 'address':
        return address(hop);
      case 'controller':
        return controllerDetail(hop);
      case 'host':
        return hostDetail(hop);
      case 'path':
        return pathDetail(hop);
      case 'service-port':
        return serviceDetail(hop);
      case 'target-port':
        return targetDetail(hop);
      case 'pods':
        return podsDetail(hop);
    }
  };

  const plain = (text: string): string => text.replaceAll('`', '');

  const spokenHost = ({ match, hostRule, ingresses: [first, ...more] }: HostHop): string => {
    if (match === 'any') return 'A rule for any host.';
    const where = first !== undefined && more.length === 0 ? ` in Ingress ${nameOf(first)}` : '';
    return `Host ${hostRule}${where}.`;
  };

  const spokenPath = ({ match, path, pathType, matchCount }: PathHop): string => {
    if (match === 'default-backend') return 'The default backend takes it.';
    const over = matchCount > 1 ? `, wins over ${others(matchCount - 1)}` : '';
    return `Path ${path === '' ? 'every path' : path}, ${pathType}${over}.`;
  };

  /** What a hop adds to the spoken answer; `undefined`: nothing worth hearing. */
  const spoken = (hop: TraceHop): string | undefined => {
    if (hop.state === 'not-reached') return undefined;
    switch (hop.stage) {
      case 'host':
        return spokenHost(hop);
      case 'path':
        return spokenPath(hop);
      case 'service-port':
        return `${plain(serviceTitle(hop))}.`;
      case 'target-port':
        return hop.numbers.length === 0 ? undefined : `Target port ${hop.numbers.join(', ')}.`;
      default:
        return undefined;
    }
  };

  return {
    title,
    detail,
    spoken,
    /** Where and why a request breaks, in a sentence. */
    break: ({ hops, brokenHop, controller }: TraceAnswer): string => {
      const hop = brokenHop === undefined ? undefined : hops[brokenHop - 1];
      if (hop === undefined) return '';
      if (hop.stage === 'controller') return controllerDetail(hop);
      return `${title(hop, controller.name)}.`;
    },
    closest: ({ hops }: TraceAnswer): string => {
      const host = hops.find((hop) => hop.stage === 'host');
      return host?.stage === 'host' && host.closest !== undefined ? `Closest host: \`${host.closest}\`.` : '';
    },
    state: {
      ok: () => 'passed',
      warning: () => 'passed with a warning',
      broken: () => 'breaks here',
      'not-reached': () => 'not reached',
      unknown: () => 'not known',
    },
  };
};
