import { anIngress, type IngressBuilder } from '@fairlead/kube-objects/testing';

const prefix = 'nginx.ingress.kubernetes.io/';
export const host = 'a.example.com';

/** An Ingress of ingress-nginx with annotations by their short names. */
export const nginxIngress = (
  name: string,
  annotations: Readonly<Record<string, string>> = {},
): IngressBuilder =>
  anIngress(`shop/${name}`)
    .withClass('nginx')
    .annotated(
      Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`${prefix}${key}`, value])),
    );

type PathText = `${'Exact' | 'Prefix' | 'ImplementationSpecific'} ${string}`;

const isType = (text: string): text is 'Exact' | 'Prefix' => text === 'Exact' || text === 'Prefix';

/** Paths of one host to the Service `web`, as `Prefix /p`. */
export const withPaths = (ingress: IngressBuilder, ...texts: readonly PathText[]): IngressBuilder =>
  texts.reduce((all, text) => {
    const [type = '', path = ''] = text.split(/ (.*)/);
    return all.withPath(host, path, isType(type) ? type : 'ImplementationSpecific', 'web', 80);
  }, ingress);
