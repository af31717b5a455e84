import { labelValue, type Ingress, type Service, type ServicePort } from '@fairlead/kube-objects';
import { targetPortOf, type ProfileName } from '@fairlead/routing';

type Place = 'Ingress' | 'Service';

interface Annotation {
  readonly on: Place;
  readonly key: string;
}

/** How one controller is told to speak TLS to a backend. */
export interface BackendTlsWay {
  /** Where any of these has a value, somebody has decided. */
  readonly decidedBy: readonly Annotation[];
  readonly askedBy: Annotation & { readonly value: string };
  /** The value is a list of the Services that are meant. */
  readonly isListOfServices?: boolean;
}

const onBoth = (...keys: readonly string[]): readonly Annotation[] =>
  keys.flatMap((key) => [
    { on: 'Ingress', key },
    { on: 'Service', key },
  ]);

const nginx = 'nginx.ingress.kubernetes.io/';
const haproxyKeys = ['backend-protocol', 'secure-backends', 'ssl-passthrough'];
const haproxyPrefixes = ['haproxy-ingress.github.io/', 'ingress.kubernetes.io/'];

/**
 * Controllers that speak plain HTTP to every port unless they are told otherwise. Traefik goes by name and number of the
 * port by itself; HAProxy Technologies' and those that are not here are told in places that are no annotation, too.
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#backend-protocol,
 * https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/,
 * https://haproxy-ingress.github.io/v0.14/docs/configuration/keys/#backend-protocol,
 * https://developer.konghq.com/kubernetes-ingress-controller/reference/annotations/,
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#backend-protocol
 */
const ways: ReadonlyMap<ProfileName, BackendTlsWay> = new Map<ProfileName, BackendTlsWay>([
  [
    'ingress-nginx',
    {
      decidedBy: [
        { on: 'Ingress', key: `${nginx}backend-protocol` },
        { on: 'Ingress', key: `${nginx}ssl-passthrough` },
      ],
      askedBy: { on: 'Ingress', key: `${nginx}backend-protocol`, value: 'HTTPS' },
    },
  ],
  [
    'f5-nginx',
    {
      decidedBy: [],
      askedBy: { on: 'Ingress', key: 'nginx.org/ssl-services', value: '' },
      isListOfServices: true,
    },
  ],
  [
    'haproxy-ingress',
    {
      decidedBy: onBoth(...haproxyPrefixes.flatMap((prefix) => haproxyKeys.map((key) => `${prefix}${key}`))),
      askedBy: { on: 'Service', key: 'haproxy-ingress.github.io/backend-protocol', value: 'h1-ssl' },
    },
  ],
  [
    'kong',
    {
      decidedBy: [{ on: 'Service', key: 'konghq.com/protocol' }],
      askedBy: { on: 'Service', key: 'konghq.com/protocol', value: 'https' },
    },
  ],
  [
    'alb',
    {
      decidedBy: onBoth('alb.ingress.kubernetes.io/backend-protocol'),
      askedBy: { on: 'Service', key: 'alb.ingress.kubernetes.io/backend-protocol', value: 'HTTPS' },
    },
  ],
]);

/** The controllers that have to be told. */
export const toldControllers: readonly ProfileName[] = [...ways.keys()];

/** Why a port is taken for one that expects TLS. */
export type TlsSign = 'appProtocol' | 'name' | 'number';

const plainTargets: ReadonlySet<number | string> = new Set([80, 8080, 'http', 'web']);
const tlsTargets = /^(?:443|8443|https.*|tls)$/;

/** Whether a port expects TLS by what it is called; `undefined`: nothing says so. */
export function tlsSignOf(port: ServicePort): TlsSign | undefined {
  if (port.appProtocol !== undefined) return port.appProtocol === 'https' ? 'appProtocol' : undefined;
  const target = targetPortOf(port);
  if (plainTargets.has(target)) return undefined;
  if (/^https(?:-|$)/.test(port.name ?? '')) return 'name';
  return port.port === 443 && tlsTargets.test(`${target}`) ? 'number' : undefined;
}

const valueOf = ({ on, key }: Annotation, ingress: Ingress, service: Service): string =>
  labelValue((on === 'Ingress' ? ingress : service).metadata.annotations, key) ?? '';

const servicesOf = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** How the controller would be told, where nobody has decided; `undefined`: it is told, or need not be. */
export function findUntold(
  profile: ProfileName,
  ingress: Ingress,
  service: Service,
): BackendTlsWay | undefined {
  const way = ways.get(profile);
  if (way === undefined) return undefined;
  if (way.decidedBy.some((annotation) => valueOf(annotation, ingress, service) !== '')) return undefined;
  const isListed =
    way.isListOfServices === true &&
    servicesOf(valueOf(way.askedBy, ingress, service)).includes(service.metadata.name);
  return isListed ? undefined : way;
}

/** The annotation's value once the Service is asked with TLS. */
export function valueThatAsks(
  { askedBy, isListOfServices = false }: BackendTlsWay,
  ingress: Ingress,
  service: Service,
): string {
  if (!isListOfServices) return askedBy.value;
  return [...servicesOf(valueOf(askedBy, ingress, service)), service.metadata.name].join(',');
}
