import { code } from '../../text/code.ts';
import { listed } from './sentence.ts';

/** Why the canary annotations of an Ingress do nothing, or other than they say. */
export type CanaryFault =
  | { readonly kind: 'no-share' }
  | { readonly kind: 'weight-over-total'; readonly weight: number; readonly total: number }
  /** `value`: of the annotation `canary`; absent where there is none. */
  | {
      readonly kind: 'not-switched-on';
      readonly names: readonly string[];
      readonly value: string | undefined;
    };

export const ing027Words = {
  label: ({ kind }: CanaryFault) =>
    kind === 'no-share' ? 'gets no share' : kind === 'weight-over-total' ? 'weight over total' : 'no canary',
  title(ingress: string, fault: CanaryFault): string {
    if (fault.kind === 'no-share') return `Canary ${ingress} has neither weight nor header nor cookie`;
    return fault.kind === 'weight-over-total'
      ? `Canary ${ingress} has weight ${fault.weight} of ${fault.total}`
      : `${ingress} has canary annotations but is no canary`;
  },
  happens({ kind }: CanaryFault): string {
    if (kind === 'no-share') return 'It gets no requests.';
    return kind === 'weight-over-total'
      ? 'It gets all requests, and the main Ingress none.'
      : 'The annotations have no effect: it is an ordinary Ingress.';
  },
  why(fault: CanaryFault): string {
    if (fault.kind === 'no-share')
      return `A canary gets the requests with the header or cookie that it names, and of the rest the share ${code('canary-weight')}, which is 0 unless it is given.`;
    return fault.kind === 'weight-over-total'
      ? `A weight counts out of ${code('canary-weight-total')}, which is 100 unless it is given.`
      : `${listed(fault.names.map(code))} count only where ${code('canary')} is ${code('"true"')}${fault.value === undefined ? '' : `, and it is ${code(`"${fault.value}"`)}`}.`;
  },
  setWeight: {
    title: (weight: number, total: number) => `Give it ${weight} of ${total} requests`,
    explanation: () => 'Or name a header or a cookie by which it is asked for.',
  },
  removeAnnotations: {
    title: () => 'Remove the canary annotations',
    explanation: () => 'Nothing changes for requests.',
  },
  switchOn: {
    title: () => `Set canary to "true"`,
    explanation: () => 'If it is meant as a canary of another Ingress with the same host, path and type.',
  },
};
