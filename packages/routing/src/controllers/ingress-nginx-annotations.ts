import type { Ingress } from '@fairlead/kube-objects';
import { annotationOf } from './routing-profile.ts';

const prefix = 'nginx.ingress.kubernetes.io/';

/** The text of one of the controller's annotations; empty text is none. */
export const nginxAnnotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `${prefix}${name}`) || undefined;

/** As Go reads a boolean. */
export function isNginxFlagSet(ingress: Ingress, name: string): boolean | undefined {
  const text = nginxAnnotation(ingress, name);
  if (text === undefined) return undefined;
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  return ['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text) ? false : undefined;
}

export const isCanary = (ingress: Ingress): boolean => isNginxFlagSet(ingress, 'canary') === true;

export const listAliases = (ingress: Ingress): readonly string[] =>
  (nginxAnnotation(ingress, 'server-alias') ?? '')
    .split(',')
    .map((alias) => alias.trim().toLowerCase())
    .filter((alias) => alias !== '');
