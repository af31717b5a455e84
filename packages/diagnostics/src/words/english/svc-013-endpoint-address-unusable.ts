import type { ObjectRef, SpecialAddress } from '@fairlead/kube-objects';
import { code } from '../../text/code.ts';
import { nameOf } from './object-name.ts';
import { countOf, listed } from './sentence.ts';

export interface UnusableAddress {
  readonly address: string;
  /** What it is: an address of a special range, or the cluster IP of a Service. */
  readonly is:
    | { readonly kind: 'special'; readonly range: SpecialAddress }
    | { readonly kind: 'cluster-ip'; readonly service: ObjectRef };
}

const isText = ({ is }: UnusableAddress): string =>
  is.kind === 'special' ? `a ${is.range} address` : `the cluster IP of ${nameOf(is.service)}`;

/** `unusable`: one or more. */
export const svc013Words = {
  label: (unusable: readonly UnusableAddress[]) =>
    unusable.length === 1
      ? `Endpoint ${unusable[0]?.address} cannot work`
      : `${unusable.length} endpoints cannot work`,
  title: (sliceName: string, unusable: readonly UnusableAddress[]) => {
    const [first, ...others] = unusable;
    return first !== undefined && others.length === 0
      ? `Endpoint ${first.address} of EndpointSlice ${sliceName} is ${isText(first)}`
      : `${countOf(unusable.length, 'endpoint')} of EndpointSlice ${sliceName} cannot work`;
  },
  happens: (addressCount: number) =>
    `Connections that are sent to ${addressCount === 1 ? 'it' : 'them'} reach no backend.`,
  effectNow: () => 'unreachable',
  why: (unusable: readonly UnusableAddress[]) =>
    `${listed(
      unusable.map((one) => `${code(one.address)} is ${isText(one)}`),
      5,
    )}. kube-proxy can send only to addresses that are reachable from every node, and never to another virtual one.`,
  listAnother: {
    title: () => 'List an address that every node can reach',
    explanation: () => 'To lead to another Service, make an ExternalName Service or select its Pods.',
  },
};
