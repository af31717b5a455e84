import type { ControllerOptions } from './options.ts';
import { readArguments, type CommandArguments } from './read-arguments.ts';
import type { ProfileName } from './routing-profile.ts';

type Reader = (args: CommandArguments) => ControllerOptions;

/** The name of a class; empty text, where it says something of its own, when asked for. */
function ingressClassOf(args: CommandArguments, flag: string, canBeEmpty = false): ControllerOptions {
  const text = args.textOf(flag);
  return text === undefined || (text === '' && !canBeEmpty) ? {} : { ingressClass: text };
}

function withoutClassOf(args: CommandArguments, flag: string): ControllerOptions {
  const isSet = args.isSet(flag);
  return isSet === undefined ? {} : { watchIngressWithoutClass: isSet };
}

const readIngressNginx: Reader = (args) => {
  const controllerClass = args.textOf('controller-class');
  return {
    ...withoutClassOf(args, 'watch-ingress-without-class'),
    ...ingressClassOf(args, 'ingress-class'),
    ...(controllerClass ? { controllerClass } : {}),
  };
};

/** The argument is what follows the usual name. */
const readHaproxyIngress: Reader = (args) => {
  const suffix = args.textOf('controller-class')?.replace(/^\//, '');
  return {
    ...withoutClassOf(args, 'watch-ingress-without-class'),
    ...ingressClassOf(args, 'ingress-class'),
    ...(suffix ? { controllerClass: `haproxy-ingress.github.io/controller/${suffix}` } : {}),
  };
};

/** TLS of an entry point is on as soon as anything of it is configured. */
function entryPointTlsOf(args: CommandArguments): ControllerOptions {
  const flag = 'entrypoints.websecure.http.tls';
  const isSet = args.isSet(flag) ?? (args.names.some((name) => name.startsWith(`${flag}.`)) || undefined);
  return isSet === undefined ? {} : { entryPointTls: isSet };
}

const readTraefik: Reader = (args) => {
  const provider = 'providers.kubernetesingress';
  const strictPrefixMatching = args.isSet(`${provider}.strictprefixmatching`);
  const allowEmptyServices = args.isSet(`${provider}.allowemptyservices`);
  return {
    ...ingressClassOf(args, `${provider}.ingressclass`),
    ...(strictPrefixMatching === undefined ? {} : { strictPrefixMatching }),
    ...(allowEmptyServices === undefined ? {} : { allowEmptyServices }),
    ...entryPointTlsOf(args),
  };
};

const readHaproxytech: Reader = (args) => ({
  ...withoutClassOf(args, 'empty-ingress-class'),
  ...ingressClassOf(args, 'ingress.class'),
});

const nothing: Reader = () => ({});

const readers: Readonly<Record<ProfileName, Reader>> = {
  spec: nothing,
  'ingress-nginx': readIngressNginx,
  'f5-nginx': (args) => ingressClassOf(args, 'ingress-class'),
  traefik: readTraefik,
  haproxytech: readHaproxytech,
  'haproxy-ingress': readHaproxyIngress,
  kong: (args) => ingressClassOf(args, 'ingress-class'),
  istio: nothing,
  contour: (args) => ingressClassOf(args, 'ingress-class-name'),
  alb: (args) => ingressClassOf(args, 'ingress-class', true),
  gce: nothing,
};

/** [CTL-13] What a controller's arguments say about routing; what they do not say is absent. */
export const readControllerOptions = (args: readonly string[], profile: ProfileName): ControllerOptions =>
  readers[profile](readArguments(args));
