import type { AnnotationEffect, AnnotationValueCode, ControllerFamily } from '@fairlead/routing';
import { annotationWords, type AnnotationWords } from './en-controller-annotations.ts';
import type { Formats } from './format.ts';

/** What ingress controllers are called. */
export const controllerFamilies: Readonly<Record<ControllerFamily, string>> = {
  'ingress-nginx': 'ingress-nginx',
  'nginx-f5': 'F5 NGINX',
  traefik: 'Traefik',
  haproxytech: 'HAProxy Kubernetes Ingress',
  'haproxy-ingress': 'HAProxy Ingress',
  kong: 'Kong',
  istio: 'Istio',
  contour: 'Contour',
};

/** Why a controller will not understand an option. */
const annotationCheckWords: Readonly<Record<AnnotationValueCode, string>> = {
  'annotation-not-a-boolean': 'true or false is expected.',
  'annotation-not-a-number': 'A whole number is expected, without a unit.',
  'annotation-out-of-range': 'This number is outside of what makes sense here.',
  'annotation-not-a-time': 'A time with its unit is expected, such as 30s or 5m.',
  'annotation-not-a-size': 'A size is expected, such as 512k or 20m.',
  'annotation-not-a-choice': 'This is none of the values that the controller knows.',
  'annotation-not-ranges': 'Addresses or ranges with commas are expected, such as 203.0.113.0/24.',
};

const nameOf = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Words of the options that an Ingress controller reads from annotations. */
export const buildControllerOptionMessages = ({ list }: Formats) => ({
  title: () => 'Controller options',
  detail: (family: ControllerFamily) => `${controllerFamilies[family]} annotations`,
  unknown: () =>
    'Options are known for ingress-nginx, F5 NGINX, Traefik, HAProxy and Kong. Others are annotations below.',
  none: (family: ControllerFamily) => `No option of ${controllerFamilies[family]} is set: its defaults hold.`,
  words: (effect: AnnotationEffect): AnnotationWords => annotationWords[effect],
  check: (code: AnnotationValueCode): string => annotationCheckWords[code],
  help: (help: string, byDefault: string | undefined) =>
    byDefault === undefined ? `${help} Default: not set.` : `${help} Default: ${byDefault}.`,
  units: { s: 's', ms: 'ms' },
  add: () => 'Add option',
  option: () => 'Option',
  optionHelp: () => 'By its name or by what it is for.',
  remove: (label: string) => `Remove ${label}`,
  restore: (label: string) => `Restore ${label}`,
  foreign: (readBy: readonly ControllerFamily[], family: ControllerFamily) =>
    `For ${list(readBy.map((each) => controllerFamilies[each]))}. ${controllerFamilies[family]}, which serves this class, ignores it.`,
  onService: () => 'Read on the Service only. On an Ingress it does nothing.',
  was: (value: string) => (value === '' ? 'was empty' : `was ${value}`),
  wasUnset: () => 'was not set',
  elsewhere: (labels: readonly string[]) => `Set on the Service, not here: ${list(labels)}.`,
  meant: (key: string) => `Not known. ${key} was probably meant.`,
  troubles: {
    empty: () => 'Empty it does nothing: give it a value.',
    'switched-off': ({ needs }: { readonly needs: readonly string[] }) =>
      `Does nothing without ${needs.map(nameOf).join(' or ')}.`,
    'nginx-plus': () => 'Read by NGINX Plus only; the free edition ignores it.',
  },
});

export type ControllerOptionMessages = ReturnType<typeof buildControllerOptionMessages>;
