import type { FieldCheck, IngressFieldCode } from '@fairlead/routing';

type Details = FieldCheck['details'];

/** What is wrong with a field of an Ingress, in words. */
export const ingressCheckWords: Readonly<Record<IngressFieldCode, (details: Details) => string>> = {
  'name-not-a-dns-name': () =>
    'A name has at most 253 of a-z, 0-9, hyphens and dots, none of these at an end.',
  'rules-or-default-required': () => 'An Ingress needs at least one rule or a default backend.',
  'class-not-a-name': ({ name = '' }) =>
    name === '' ? 'An empty class is refused: name one or leave it out.' : `${name} is no name of a class.`,
  'class-and-annotation': ({ annotation }) =>
    `The annotation kubernetes.io/ingress.class says ${annotation ?? ''}. Controllers differ in which of the two they go by.`,
  'host-is-an-address': ({ host }) =>
    `${host ?? ''} is an address. A host is a name; leave it empty to match any.`,
  'host-not-lower-case': ({ host = '' }) => `Hosts are written in lower case: ${host.toLowerCase()}.`,
  'host-with-port': () => 'A host has no port. The controller listens on its own.',
  'host-with-final-dot': () => 'A host has no dot at its end.',
  'wildcard-not-first-label': () =>
    'An asterisk stands for the whole first label only, such as *.example.com.',
  'host-not-a-name': ({ host }) =>
    `${host ?? ''} is no host: letters, digits and hyphens with dots between them, no underscore, no https://.`,
  'rule-without-paths': () => 'No path: what requests for this host get depends on the controller.',
  'path-type-unknown': ({ pathType = '' }) =>
    pathType === ''
      ? 'A path type is needed: Exact, Prefix or ImplementationSpecific.'
      : `${pathType} is no path type: Exact, Prefix or ImplementationSpecific.`,
  'path-without-slash': ({ path }) =>
    path === '' ? 'A path is needed; / is all of them.' : 'A path begins with a slash.',
  'path-with-refused-part': ({ part }) =>
    `${part ?? ''} cannot stand in an Exact or Prefix path. ImplementationSpecific takes it.`,
  'path-twice': ({ path, pathType }) =>
    `${pathType ?? ''} ${path ?? ''} stands here twice for this host: only one of them counts.`,
  'backend-required': () => 'A backend is needed: a Service or a resource.',
  'backend-of-both-kinds': () => 'A backend is either a Service or a resource, not both.',
  'service-required': () => 'A Service is needed.',
  'service-not-a-name': ({ name }) => `${name ?? ''} is no name of a Service.`,
  'service-port-required': () => 'A port is needed.',
  'service-port-of-both-kinds': () => 'A port is given by name or by number, not both.',
  'service-port-out-of-range': ({ number }) => `${number ?? ''} is no port: they go from 1 to 65535.`,
  'service-port-not-a-name': ({ name }) =>
    `An Ingress cannot name ${name ?? ''}: at most 15 of a-z, 0-9 and hyphens, with a letter. Use the port’s number.`,
  'resource-kind-required': () => 'A kind is needed.',
  'resource-name-required': () => 'A name is needed.',
  'secret-not-a-name': ({ name }) => `${name ?? ''} is no name of a Secret.`,
  'tls-host-without-rule': ({ host }) =>
    `No rule has ${host ?? ''}: the certificate is loaded and nothing is served.`,
};
