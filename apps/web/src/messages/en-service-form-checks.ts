import type { FieldCheck, ServiceFieldCode } from '@fairlead/routing';

type Words = (details: FieldCheck['details']) => string;

const nameWords = {
  'name-not-dns-label': () =>
    'A name has at most 63 of a-z, 0-9 and hyphens, with a letter or digit at both ends.',
  'name-starts-with-digit': () => 'API servers before 1.36 want a letter first.',
  'key-invalid': ({ key }) =>
    `${key === '' ? 'Nothing' : key} is no key: a name of at most 63 letters, digits, hyphens, underscores and dots, with or without a DNS name and a slash before it.`,
  'label-value-invalid': ({ value }) =>
    `${value ?? ''} is no label value: at most 63 letters, digits, hyphens, underscores and dots, with a letter or digit at both ends.`,
} satisfies Partial<Record<ServiceFieldCode, Words>>;

const portWords = {
  'ports-required': () => 'A Service of this type needs at least one port.',
  'port-out-of-range': ({ port }) => `${port ?? ''} is no port: they go from 1 to 65535.`,
  'port-name-required': () => 'With several ports each needs a name.',
  'port-name-not-dns-label': () =>
    'A port name has at most 63 of a-z, 0-9 and hyphens, with a letter or digit at both ends.',
  'port-name-not-for-ingress': () =>
    'An Ingress cannot name this port: it takes names of at most 15 characters with a letter in them. By number it works.',
  'port-name-taken': ({ name }) => `Another port is called ${name ?? ''} already.`,
  'port-taken': ({ port }) => `${port ?? ''} stands here twice.`,
  'protocol-unknown': ({ protocol }) => `${protocol ?? ''} is no protocol: TCP, UDP or SCTP.`,
  'target-port-not-a-port-name': ({ name }) =>
    `${name ?? ''} is neither a number nor a name a container port can have: at most 15 of a-z, 0-9 and hyphens, with a letter.`,
  'app-protocol-invalid': ({ name }) =>
    `${name ?? ''} is no app protocol: a name such as http, or one with a domain such as kubernetes.io/h2c.`,
  'node-port-not-allowed': ({ type }) => `A Service of type ${type ?? ''} has no node ports.`,
  'node-port-out-of-range': ({ port }) =>
    `${port ?? ''} is outside 30000 to 32767, the range of most clusters. The API server decides.`,
  'node-port-taken': ({ port }) => `Node port ${port ?? ''} stands here twice.`,
} satisfies Partial<Record<ServiceFieldCode, Words>>;

const addressWords = {
  'external-name-required': () => 'An ExternalName needs the DNS name it stands for.',
  'external-name-not-a-name': ({ name }) => `${name ?? ''} is no DNS name.`,
  'external-name-is-an-address': ({ name }) =>
    `${name ?? ''} is taken as a name, not as an address, and will not be found. Use a Service without selector and an EndpointSlice instead.`,
  'not-for-external-name': () => 'An ExternalName has no address of its own, and no IP family.',
  'ignored-by-external-name': () => 'An ExternalName ignores its selector: it only stands for another name.',
  'headless-needs-cluster-ip-type': ({ type }) => `A headless Service cannot have type ${type ?? ''}.`,
  'not-an-address': ({ address }) =>
    address === '' ? 'An IP address is missing.' : `${address ?? ''} is no IP address.`,
  'address-not-allowed': ({ address }) => `${address ?? ''} cannot be used as an external IP.`,
  'not-a-cidr': ({ range }) =>
    range === ''
      ? 'A range is missing, such as 203.0.113.0/24.'
      : `${range ?? ''} is no range such as 203.0.113.0/24.`,
  'families-need-dual-stack': () => 'Two IP families need PreferDualStack or RequireDualStack.',
  'family-twice': () => 'The same IP family stands here twice.',
} satisfies Partial<Record<ServiceFieldCode, Words>>;

const trafficWords = {
  'value-unknown': ({ value, known }) => `${value ?? ''} is none of ${known ?? ''}.`,
  'class-name-invalid': ({ name }) =>
    `${name ?? ''} is no class: a name such as internal-vip, or one with a domain such as example.com/internal-vip.`,
  'only-for-load-balancer': () => 'Only a Service of type LoadBalancer has this.',
  'health-check-needs-local': () =>
    'Only a Service of type LoadBalancer with external traffic policy Local has this.',
  'only-from-outside': () =>
    'Only for Services reached from outside: NodePort, LoadBalancer or with external IPs.',
  'affinity-timeout-out-of-range': () => 'From 1 s to 86400 s, which is a day.',
  'affinity-timeout-without-affinity': () => 'A timeout needs session affinity ClientIP.',
} satisfies Partial<Record<ServiceFieldCode, Words>>;

const words: Readonly<Record<ServiceFieldCode, Words>> = {
  ...nameWords,
  ...portWords,
  ...addressWords,
  ...trafficWords,
};

/** What is wrong with a field of a Service, and where it helps what would be right. */
export const serviceCheckWords = ({ code, details }: FieldCheck<ServiceFieldCode>): string =>
  words[code](details);
