import type { IngressAnswerer } from '../../subjects/ingress-answer.ts';
import { code } from '../../text/code.ts';
import { listed } from './sentence.ts';

/** `Requests for a, b and 3 more`. */
export const requestsFor = (texts: readonly string[]): string => `Requests for ${listed(texts.map(code))}`;

/** What requests meet when nothing answers them; each as a sentence and in a few words for a column. */
export const requestWords = {
  fail(texts: readonly string[], answerer: IngressAnswerer): string {
    if (answerer === 'ingress-nginx') return `${requestsFor(texts)} get 503 now.`;
    if (answerer === 'nobody') return `${requestsFor(texts)} are not served: the class does not exist.`;
    return `${requestsFor(texts)} fail now.`;
  },
  failNow(answerer: IngressAnswerer): string {
    if (answerer === 'ingress-nginx') return '503';
    return answerer === 'nobody' ? 'not served' : 'fails';
  },
  nameHasNoAddress: (dnsName: string) => `The name ${code(dnsName)} resolves to no address.`,
  noAddressNow: () => 'no address',
  refused: (serviceName: string) => `Connections to Service ${serviceName} are refused by kube-proxy.`,
  refusedNow: () => 'refused',
};
