/** An object as somebody would write it in a file. */
export type Manifest = { readonly kind: string; readonly metadata: object } & Readonly<
  Record<string, unknown>
>;

interface Place {
  readonly namespace: string;
  readonly name: string;
}

interface Port {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly appProtocol?: string;
}

interface Workload extends Place {
  readonly image: string;
  readonly replicas?: number;
  readonly ports?: readonly {
    readonly name?: string;
    readonly containerPort: number;
    readonly hostPort?: number;
  }[];
  readonly readinessProbe?: object;
  readonly labels?: Readonly<Record<string, string>>;
}

const appLabels = ({ name, labels }: Workload): Readonly<Record<string, string>> => ({
  app: name,
  ...labels,
});

const podTemplate = (workload: Workload): object => ({
  metadata: { labels: appLabels(workload) },
  spec: {
    containers: [
      {
        name: workload.name,
        image: workload.image,
        ports: workload.ports ?? [],
        ...(workload.readinessProbe && { readinessProbe: workload.readinessProbe }),
      },
    ],
  },
});

export const deployment = (workload: Workload): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace: workload.namespace, name: workload.name, labels: { app: workload.name } },
  spec: {
    replicas: workload.replicas ?? 1,
    // The story rolls out often; what came before is of no interest to a viewer.
    revisionHistoryLimit: 1,
    selector: { matchLabels: { app: workload.name } },
    template: podTemplate(workload),
  },
});

export const statefulSet = (workload: Workload & { readonly serviceName: string }): Manifest => ({
  ...deployment(workload),
  kind: 'StatefulSet',
  spec: {
    serviceName: workload.serviceName,
    replicas: workload.replicas ?? 1,
    selector: { matchLabels: { app: workload.name } },
    template: podTemplate(workload),
  },
});

/** A Service that selects `app: <name>` unless `spec` says otherwise. */
export const service = (
  { namespace, name }: Place,
  ports: readonly Port[],
  spec: Readonly<Record<string, unknown>> = {},
): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace, name, labels: { app: name } },
  spec: { selector: { app: name }, ports, ...spec },
});

/** `[path, Service, port name or number]`, of type `Prefix` unless a fourth part says otherwise. */
type PathRow = readonly [path: string, service: string, port: number | string, pathType?: 'Exact' | 'Prefix'];

export interface IngressParts extends Place {
  /** `undefined` leaves it to the default class. */
  readonly className: string | undefined;
  readonly hosts: Readonly<Record<string, readonly PathRow[]>>;
  readonly tlsSecret?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

const toPath = ([path, name, port, pathType = 'Prefix']: PathRow): object => ({
  path,
  pathType,
  backend: { service: { name, port: typeof port === 'number' ? { number: port } : { name: port } } },
});

export const ingress = ({
  namespace,
  name,
  className,
  hosts,
  tlsSecret,
  annotations,
}: IngressParts): Manifest => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { namespace, name, ...(annotations && { annotations }) },
  spec: {
    ...(className !== undefined && { ingressClassName: className }),
    ...(tlsSecret !== undefined && { tls: [{ hosts: Object.keys(hosts), secretName: tlsSecret }] }),
    rules: Object.entries(hosts).map(([host, rows]) => ({ host, http: { paths: rows.map(toPath) } })),
  },
});

/** An EndpointSlice written by hand, for a Service without selector. */
export const manualSlice = (
  { namespace, name, serviceName }: Place & { readonly serviceName: string },
  port: { readonly name: string; readonly port: number },
  addresses: readonly string[],
): Manifest => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { namespace, name, labels: { 'kubernetes.io/service-name': serviceName } },
  addressType: 'IPv4',
  ports: [{ ...port, protocol: 'TCP' }],
  endpoints: addresses.map((address) => ({ addresses: [address], conditions: { ready: true } })),
});
