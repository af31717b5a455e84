import type { ObjectRef, StringMap } from '@fairlead/kube-objects';
import type { DifferingPair } from '../../subjects/closest-pod-source.ts';
import { code } from '../../text/code.ts';
import { nameOf } from './object-name.ts';
import { countOf, digits, listed } from './sentence.ts';

export interface IdleWorkload {
  readonly selector: StringMap;
  readonly workload: ObjectRef;
  /** Why it could not make Pods, in the words of the cluster. */
  readonly message?: string | undefined;
}

export interface UnmatchedSelector {
  readonly selector: StringMap;
  readonly namespace: string;
  /** Of the namespace. */
  readonly podCount: number;
  /** Whose Pods were probably meant; `podCount`: how many it has. */
  readonly closest?: {
    readonly ref: ObjectRef;
    readonly differing: readonly DifferingPair[];
    readonly podCount: number;
  };
}

const shortSelector = (selector: StringMap): string =>
  listed(
    Object.entries(selector).map(([key, value]) => code(`${key}=${value}`)),
    4,
  );

/** `one letter apart`; `undefined` when that is not what is wrong. */
const apartText = (distance: number | undefined): string | undefined =>
  distance === 1 ? 'one letter apart' : distance === 2 ? 'two letters apart' : undefined;

function differenceText(differing: readonly DifferingPair[]): string {
  const carried = (pair: DifferingPair) => code(`${pair.key}=${pair.carried}`);
  const others = differing.filter((pair) => pair.carried !== undefined);
  const absent = differing.filter((pair) => pair.carried === undefined);
  const apart = differing.length === 1 ? apartText(differing[0]?.distance) : undefined;
  const parts = [
    ...(others.length > 0 ? [listed(others.map(carried))] : []),
    ...(absent.length > 0 ? [`no label ${listed(absent.map(({ key }) => code(key)))}`] : []),
  ];
  return `${parts.join(', but ')}${apart === undefined ? '' : `, ${apart}`}`;
}

function closestText({ ref, differing, podCount }: NonNullable<UnmatchedSelector['closest']>): string {
  const difference = differenceText(differing);
  if (ref.kind === 'Pod') return `Closest: ${nameOf(ref)} carries ${difference}.`;
  if (podCount === 0) return `Closest: ${nameOf(ref)}, which has no Pods now, gives them ${difference}.`;
  return `Closest: ${countOf(podCount, 'Pod')} of ${nameOf(ref)} ${podCount === 1 ? 'carries' : 'carry'} ${difference}.`;
}

export const svc001Words = {
  scaledToZero: {
    label: () => 'Workload scaled to 0',
    title: ({ workload }: IdleWorkload) => `${nameOf(workload)} is scaled to 0`,
    why: ({ selector, workload }: IdleWorkload) =>
      `Selector ${shortSelector(selector)} matches the Pods of ${nameOf(workload)}, which is asked for 0 replicas.`,
    scaleUp: {
      title: (workload: ObjectRef) => `Scale ${nameOf(workload)} up`,
      explanation: () => 'One replica is enough to answer requests.',
    },
  },
  withoutPods: {
    label: () => 'Workload has no Pods',
    title: ({ workload }: IdleWorkload) => `${nameOf(workload)} has no Pods`,
    why: ({ selector, workload, message }: IdleWorkload) =>
      `Selector ${shortSelector(selector)} matches the Pods of ${nameOf(workload)}, but there are none.${message === undefined ? '' : ` The cluster says: ${message}`}`,
    findOut: {
      title: (workload: ObjectRef) => `Find out why ${nameOf(workload)} makes no Pods`,
      explanation: () => 'Its events and conditions say why: a quota, an admission rule or a paused rollout.',
    },
  },
  noMatch: {
    label: () => 'Selector matches no Pod',
    title: () => 'No Pod carries the labels this Service selects',
    why({ selector, namespace, podCount, closest }: UnmatchedSelector): string {
      const matches = `Selector ${shortSelector(selector)} matches 0 of ${digits(podCount)} Pods in namespace ${namespace}.`;
      return closest === undefined ? matches : `${matches} ${closestText(closest)}`;
    },
    selectOthers: {
      title: (ref: ObjectRef) =>
        ref.kind === 'Pod' ? `Select ${nameOf(ref)}` : `Select the Pods of ${nameOf(ref)}`,
      /** `hasPods`: whether some Pod carries these labels now. */
      explanation: (selector: StringMap, hasPods: boolean) =>
        `Change the selector to ${shortSelector(selector)}.${hasPods ? '' : ' It has no Pods now.'}`,
    },
    makeWorkload: {
      title: () => 'Make a workload whose Pods carry the labels',
      explanation: (selector: StringMap) => `Its Pod template needs ${shortSelector(selector)}.`,
    },
  },
};
