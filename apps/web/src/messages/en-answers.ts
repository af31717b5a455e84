import type { Kind } from '@fairlead/kube-objects';
import type { ServiceAddress } from '@fairlead/routing';
import type { RouteState } from '@fairlead/resource-graph';
import type { Formats } from './format.ts';

const routeStates: Readonly<Record<RouteState, string>> = {
  ok: '',
  'missing-service': 'Service does not exist',
  'missing-port': 'port does not exist',
  'no-endpoints': 'no endpoint',
  'no-backend': 'no backend',
  external: 'outside the cluster',
  'not-known': 'not known',
  'not-reached': 'not reached by any Service',
  'missing-class': 'class does not exist',
  finished: 'ran to its end',
};

const addressKinds: Readonly<Record<ServiceAddress['kind'], string>> = {
  dns: 'DNS name',
  'pod-dns': 'DNS name of a Pod',
  'cluster-ip': 'Cluster IP',
  'node-port': 'Node port',
  'load-balancer': 'Load balancer',
  'external-ip': 'External IP',
  'external-name': 'External name',
};

/** Words that the cluster worker puts into its answers: summaries, hops, facts, reasons. */
export const buildAnswerMessages = ({ count, plural, list }: Formats) => {
  const pods = (value: number): string => `${count(value)} ${plural(value, { one: 'Pod', other: 'Pods' })}`;
  const rules = (value: number): string =>
    `${count(value)} ${plural(value, { one: 'rule', other: 'rules' })}`;
  return {
    pods,
    rules,
    routeState: (state: RouteState) => routeStates[state],
    addressKind: (kind: ServiceAddress['kind']) => addressKinds[kind],
    onNode: (kind: string, node: string) => `${kind}, ${node}`,
    withPort: (kind: string, port: string) => `${kind}, ${port}`,
    url: () => 'URL',
    curl: () => 'curl',
    hostsLine: () => '/etc/hosts line',
    anyHost: () => 'any other host',
    everyPath: () => 'every path',
    defaultBackend: () => 'default backend',
    summaryOfService: (facts: { ready: number; all: number; rules: number; port: string }) => {
      const reach =
        facts.ready === facts.all ? pods(facts.ready) : `${count(facts.ready)} of ${pods(facts.all)}`;
      const used =
        facts.rules === 0
          ? 'No Ingress leads here.'
          : `${count(facts.rules)} Ingress ${plural(facts.rules, { one: 'rule leads', other: 'rules lead' })} here.`;
      return `Sends requests${facts.port === '' ? '' : ` on ${facts.port}`} to ${facts.all === 0 ? 'no Pod' : `${reach}${facts.ready === facts.all ? '' : ', the others are not ready'}`}. ${used}`;
    },
    summaryOfExternalName: (name: string) =>
      `An alias in the cluster's DNS for ${name}, outside the cluster.`,
    summaryOfUnknownService: () =>
      'Pods or EndpointSlices may not be read here, so nobody can tell whether requests arrive.',
    summaryOfManualService: (ready: number) =>
      `Has no selector: it sends requests to ${count(ready)} ${plural(ready, { one: 'address', other: 'addresses' })} that somebody wrote into its EndpointSlices.`,
    summaryOfIngress: (facts: { rules: number; hosts: readonly string[]; services: readonly string[] }) =>
      facts.rules === 0 && facts.services.length === 0
        ? 'Has no rule and no default backend: no request passes.'
        : `Takes requests for ${facts.hosts.length === 0 ? 'any host' : list(facts.hosts)} and sends them to ${facts.services.length === 0 ? 'nothing' : list(facts.services)} by ${rules(facts.rules)}.`,
    summaryOfPod: (facts: { isReady: boolean; services: readonly string[] }) =>
      `${facts.isReady ? 'Ready' : 'Not ready'}. ${facts.services.length === 0 ? 'No Service selects it.' : `Selected by ${list(facts.services)}.`}`,
    summaryOfWorkload: (facts: { kind: Kind; ready: number; all: number; services: readonly string[] }) =>
      `${count(facts.ready)} of ${pods(facts.all)} ready. ${facts.services.length === 0 ? 'No Service selects its Pods.' : `Its Pods are selected by ${list(facts.services)}.`}`,
    summaryOfClass: (controller: string, users: number) =>
      `Served by ${controller === '' ? 'no named controller' : controller}. ${count(users)} ${plural(users, { one: 'Ingress uses', other: 'Ingresses use' })} it.`,
    summaryOfNode: (isReady: boolean, value: number) =>
      `${isReady ? 'Ready' : 'Not ready'}. ${pods(value)} ${plural(value, { one: 'runs', other: 'run' })} here.`,
    summaryOfNamespace: (facts: { ingresses: number; services: number; pods: number }) =>
      `Holds ${count(facts.ingresses)} ${plural(facts.ingresses, { one: 'Ingress', other: 'Ingresses' })}, ${count(facts.services)} ${plural(facts.services, { one: 'Service', other: 'Services' })} and ${pods(facts.pods)}.`,
    summaryOfSlice: (service: string, addresses: number) =>
      service === ''
        ? `Lists ${count(addresses)} ${plural(addresses, { one: 'address', other: 'addresses' })} for no Service.`
        : `Lists ${count(addresses)} ${plural(addresses, { one: 'address', other: 'addresses' })} of Service ${service}.`,
    missing: (kind: Kind, name: string) => `${kind} ${name} does not exist.`,
    unread: (kind: Kind, name: string) =>
      `${kind} ${name} is not known: this identity may not list it, or it is not loaded yet.`,
    hops: {
      clients: () => 'Clients',
      clientsDetail: (addresses: readonly string[]) =>
        addresses.length === 0 ? 'address not known' : addresses.join(', '),
      insideCluster: () => 'from inside the cluster',
      ingress: (name: string) => `Ingress ${name}`,
      ingressDetail: (host: string, path: string, pathType: string) => `\`${host}${path}\` ${pathType}`,
      passedOver: (detail: string) => `${detail}, another rule comes first`,
      service: (name: string) => `Service ${name}`,
      serviceDetail: (port: string, target: string) => `\`${port} → ${target}\``,
      noEndpoint: (mapping: string) => `${mapping}, no endpoint`,
      noPort: (wanted: string) => `no port ${wanted}`,
      doesNotExist: () => 'does not exist',
      pods: () => 'Pods',
      podsDetail: (ready: number, all: number) => `${count(ready)} of ${count(all)} ready`,
      notReached: () => 'not reached',
      notKnown: () => 'not known',
      outside: () => 'Outside the cluster',
      addresses: () => 'Addresses',
    },
    facts: {
      type: () => 'Type',
      clusterIp: () => 'Cluster IP',
      ports: () => 'Ports',
      selector: () => 'Selector',
      noSelector: () => 'none',
      endpoints: () => 'Endpoints',
      endpointCounts: (facts: { ready: number; notReady: number; terminating: number }) =>
        `${count(facts.ready)} ready, ${count(facts.notReady)} not ready${facts.terminating === 0 ? '' : `, ${count(facts.terminating)} terminating but serving`}`,
      affinity: () => 'Affinity',
      externalName: () => 'External name',
      externalTraffic: () => 'External traffic',
      internalTraffic: () => 'Internal traffic',
      publishNotReady: () => 'Not ready Pods',
      publishNotReadyYes: () => 'get requests too',
      className: () => 'Class',
      classDefault: (name: string) => `${name} (default)`,
      classMissing: (name: string) => `${name}, which does not exist`,
      classAnnotated: (name: string) => `${name}, named by annotation, no IngressClass`,
      classNone: () => 'none',
      controller: () => 'Controller',
      isDefault: () => 'Default class',
      hosts: () => 'Hosts',
      tls: () => 'TLS',
      tlsSecret: (secret: string, hosts: readonly string[]) =>
        hosts.length === 0 ? secret : `${secret} for ${hosts.join(', ')}`,
      tlsNoSecret: () => 'certificate of the controller',
      address: () => 'Address',
      defaultBackend: () => 'Default backend',
      node: () => 'Node',
      podIp: () => 'Pod IP',
      phase: () => 'Phase',
      owner: () => 'Owner',
      containers: () => 'Containers',
      images: () => 'Images',
      restarts: () => 'Restarts',
      replicas: () => 'Replicas',
      addresses: () => 'Addresses',
      zone: () => 'Zone',
      labels: () => 'Labels',
      created: () => 'Created',
      yes: () => 'yes',
      no: () => 'no',
      addressType: () => 'Address type',
      service: () => 'Service',
    },
    states: {
      ready: (ready: number, all: number) => `${count(ready)} of ${count(all)} ready`,
      nodeReady: () => 'ready',
      nodeNotReady: () => 'not ready',
      defaultClass: () => 'default',
    },
    ruleOf: (ingress: string, host: string, path: string) => `${ingress}: ${host}${path}`,
    skipped: {
      forbidden: (kind: string, verb: string, namespaces: readonly string[]) =>
        `you may not ${verb} ${kind}${namespaces.length === 0 ? '' : ` in ${list(namespaces)}`}`,
      'not-served': (kind: string) => `the API server does not serve ${kind}`,
      failed: (kind: string) => `${kind} could not be listed`,
    },
  };
};

export type AnswerMessages = ReturnType<typeof buildAnswerMessages>;
