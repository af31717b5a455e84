import type { Ingress } from '@fairlead/kube-objects';
import { patternMatcher } from '../engine/path-matcher.ts';
import type { RouteCondition } from '../engine/route-condition.ts';
import { annotationOf } from './routing-profile.ts';

/** The text of an annotation of `konghq.com`; empty text is none. */
export const kongAnnotation = (ingress: Ingress, name: string): string | undefined =>
  annotationOf(ingress, `konghq.com/${name}`) || undefined;

/** The parts of an annotation that lists them with commas. */
export const listKongAnnotation = (ingress: Ingress, name: string): readonly string[] =>
  (kongAnnotation(ingress, name) ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const literal = (text: string): RegExp => new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`);

/** One value of a header: the text itself, or a pattern after `~*`. */
function toPattern(value: string): readonly RegExp[] {
  if (!value.startsWith('~*')) return [literal(value)];
  const matcher = patternMatcher(value.slice(2));
  return matcher?.kind === 'pattern' ? [matcher.regex] : [];
}

const headerPrefix = 'konghq.com/headers.';

/** [KNG-9] The headers that a request must have, one of the values each. */
export const listHeaderConditions = ({ metadata }: Ingress): readonly RouteCondition[] =>
  Object.entries(metadata.annotations ?? {})
    .filter(([key]) => key.startsWith(headerPrefix))
    .map(([key, values]) => ({
      kind: 'header',
      name: key.slice(headerPrefix.length).toLowerCase(),
      patterns: values.split(',').flatMap((value) => toPattern(value.trim())),
    }));

/** The codes that Kong answers plain http with where a route is for https alone; 426 without one of them. */
export function httpsStatusOf(ingress: Ingress): number {
  const isForced = annotationOf(ingress, 'ingress.kubernetes.io/force-ssl-redirect') === 'true';
  const given = Number(kongAnnotation(ingress, 'https-redirect-status-code'));
  return [301, 302, 307, 308, 426].includes(given) ? given : isForced ? 302 : 426;
}

/** [KNG-10] Whether a route answers https alone, or http alone. */
export function schemeOf(ingress: Ingress): 'http' | 'https' | undefined {
  if (annotationOf(ingress, 'ingress.kubernetes.io/force-ssl-redirect') === 'true') return 'https';
  const protocols = listKongAnnotation(ingress, 'protocols');
  const [hasHttp, hasHttps] = ['http', 'https'].map((name) => protocols.includes(name));
  if (hasHttp === hasHttps) return undefined;
  return hasHttp === true ? 'http' : 'https';
}
