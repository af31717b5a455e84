import type { Ingress } from '@fairlead/kube-objects';
import { readGoBoolean } from './read-arguments.ts';
import { annotationOf } from './routing-profile.ts';

const prefix = 'nginx.ingress.kubernetes.io/';

/** The text of one of the controller's annotations; empty text is none. */
export const nginxAnnotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `${prefix}${name}`) || undefined;

/** A flag as Go reads it; `undefined` where the text is none. */
export const isNginxFlagSet = (ingress: Ingress, name: string): boolean | undefined =>
  readGoBoolean(nginxAnnotation(ingress, name) ?? '');

export const isCanary = (ingress: Ingress): boolean => isNginxFlagSet(ingress, 'canary') === true;

export const listAliases = (ingress: Ingress): readonly string[] =>
  (nginxAnnotation(ingress, 'server-alias') ?? '')
    .split(',')
    .map((alias) => alias.trim().toLowerCase())
    .filter((alias) => alias !== '');
