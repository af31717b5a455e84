import type { AppliedChange } from '../../drafts/applied-change.ts';
import type { ReviewMessages } from '../../messages/en-review.ts';
import type { StatusTone } from '../../ui/status-icon.tsx';
import type { DetailsAnswer } from '../../workers/questions.ts';
import { describeBackends, type BackendFacts } from './describe-backends.ts';

/** How many Pods answer for a Service, as far as that can be read. */
export interface PodCounts {
  readonly isKnown: boolean;
  readonly pods: number;
  readonly readyPods: number;
}

export interface OutcomeFacts {
  readonly change: AppliedChange;
  /** What the update stream shows of the object; `undefined`: not known yet. */
  readonly details: Pick<DetailsAnswer, 'object' | 'findings'> | undefined;
  readonly pods: PodCounts | undefined;
  /** Of an Ingress: what is behind its backends. */
  readonly backends?: BackendFacts | undefined;
}

/** One thing that a change was to bring about. */
export interface OutcomeLine {
  readonly id: string;
  readonly tone: StatusTone;
  readonly text: string;
}

export interface Outcome {
  readonly lines: readonly OutcomeLine[];
  /** Nothing is left to wait for. */
  readonly isSettled: boolean;
}

type Words = ReviewMessages['result'];

const line = (id: string, tone: StatusTone, text: string): OutcomeLine => ({ id, tone, text });

type Seen = NonNullable<DetailsAnswer['object']>;

/** Digits of any length, compared as numbers (Kubernetes API concepts, "Resource versions"). */
const isNotOlder = (version: string, other: string): boolean =>
  version.length === other.length ? version >= other : version.length > other.length;

function isSeen(object: Seen, { before, after }: AppliedChange): boolean {
  const shown = object.metadata.resourceVersion;
  const stored = after?.metadata.resourceVersion;
  if (shown === undefined || stored === undefined) return shown !== before?.metadata.resourceVersion;
  return isNotOlder(shown, stored);
}

function addressesOf(object: Seen): readonly string[] {
  if (object.kind !== 'Service' && object.kind !== 'Ingress') return [];
  const entries = object.status?.loadBalancer?.ingress ?? [];
  return entries.flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
}

function addressLine(object: Seen, words: Words): readonly OutcomeLine[] {
  const isWaiting =
    object.kind === 'Service' ? object.spec.type === 'LoadBalancer' : object.kind === 'Ingress';
  if (!isWaiting) return [];
  const addresses = addressesOf(object);
  if (addresses.length > 0) return [line('address', 'ok', words.addressAssigned(addresses))];
  const text = object.kind === 'Ingress' ? words.waitingForController() : words.waitingForAddress();
  return [line('address', 'not-checked', text)];
}

function podLine(object: Seen, pods: PodCounts | undefined, words: Words): readonly OutcomeLine[] {
  if (object.kind !== 'Service') return [];
  if (object.spec.type === 'ExternalName')
    return [line('pods', 'ok', words.externalName(object.spec.externalName ?? ''))];
  if (object.spec.selector === undefined || pods === undefined || !pods.isKnown) return [];
  if (pods.readyPods === 0) return [line('pods', 'warning', words.noPods())];
  const tone = pods.readyPods === pods.pods ? 'ok' : 'warning';
  return [line('pods', tone, words.podsReady(pods.readyPods, pods.pods))];
}

const mostFindings = 3;

/** What is wrong with it, the worst by name; that nothing is, only where requests for the changed paths are answered. */
function findingLines(
  findings: DetailsAnswer['findings'],
  isAnswered: boolean,
  words: Words,
): readonly OutcomeLine[] {
  if (findings.length === 0) return isAnswered ? [line('findings', 'ok', words.noProblems())] : [];
  const isBad = findings.some(({ severity }) => severity !== 'info');
  return [
    line('findings', isBad ? 'warning' : 'info', words.problems(findings.length)),
    ...findings.slice(0, mostFindings).map(({ id, severity, title }) => line(id, severity, title)),
  ];
}

function describeDeleted({ change, details }: OutcomeFacts, words: Words): readonly OutcomeLine[] {
  if (details === undefined) return [line('gone', 'not-checked', words.notYetSeen())];
  if (details.object === undefined) return [line('gone', 'ok', words.gone())];
  const finalizers = details.object.metadata.finalizers ?? change.after?.metadata.finalizers ?? [];
  return [
    finalizers.length === 0
      ? line('gone', 'not-checked', words.notYetSeen())
      : line('gone', 'not-checked', words.leaving(finalizers)),
  ];
}

function describeStored(facts: OutcomeFacts, words: Words): readonly OutcomeLine[] {
  const { change, details, pods, backends: behind } = facts;
  if (details?.object === undefined || !isSeen(details.object, change))
    return [line('seen', 'not-checked', words.notYetSeen())];
  const { object, findings } = details;
  const backends = describeBackends(change, behind, words);
  const isAnswered = backends.every(({ tone }) => tone === 'ok');
  return [
    line('seen', 'ok', words.seen()),
    ...podLine(object, pods, words),
    ...backends,
    ...addressLine(object, words),
    ...findingLines(findings, isAnswered, words),
  ];
}

/** What became of an applied change so far: whether the cluster shows it, Pods answer and addresses are there. */
export function describeOutcome(facts: OutcomeFacts, words: Words): Outcome {
  const lines =
    facts.change.operation === 'delete' ? describeDeleted(facts, words) : describeStored(facts, words);
  return { lines, isSettled: lines.every(({ tone }) => tone !== 'not-checked') };
}
