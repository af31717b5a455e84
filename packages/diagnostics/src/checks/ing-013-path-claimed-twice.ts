import { keyOf, labelValue, refOf, type Ingress, type ObjectReader } from '@fairlead/kube-objects';
import {
  findIngressClass,
  listIngressPaths,
  type IngressPathReference,
  type IngressReferences,
} from '@fairlead/routing';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { answererOf, type IngressAnswerer } from '../subjects/ingress-answer.ts';
import { pathIdOf, placeOfPath, requestOf } from '../subjects/ingress-row.ts';
import { fullNameOf } from '../subjects/object-name.ts';
import { buildRemoval, type IngressPaths } from '../subjects/remove-paths.ts';
import type { ClaimedPath } from '../words/english/ing-013-path-claimed-twice.ts';
import type { Removal } from '../words/english/removal.ts';

const canaryAnnotation = 'nginx.ingress.kubernetes.io/canary';

type Claim = Pick<IngressPathReference, 'host' | 'path'>;

/** A path that another Ingress gets. */
interface Lost {
  readonly references: IngressReferences;
  readonly path: IngressPathReference;
  /** Who claims it, the one that keeps it first. */
  readonly claimants: readonly Ingress[];
}

/** A canary is meant to share the path of its main Ingress. */
const isCanary = ({ metadata }: Ingress): boolean =>
  labelValue(metadata.annotations, canaryAnnotation) === 'true';

/** The class as far as it tells who serves; `undefined` when nobody does or nobody can tell. */
function classNameOf(reader: ObjectReader, ingress: Ingress): string | undefined {
  const resolution = findIngressClass(reader, ingress);
  if (resolution.kind === 'none') return undefined;
  return resolution.kind === 'missing' && resolution.source === 'field' ? undefined : resolution.name;
}

/** One that is not stored yet will be the youngest. */
const createdAt = ({ metadata }: Ingress): string => metadata.creationTimestamp ?? '9999';

/**
 * Who of several keeps the path: the oldest. Of equally old ones ingress-nginx takes the last by namespace/name, others
 * (Istio, haproxy-ingress) the first.
 */
function isBefore(a: Ingress, b: Ingress, answerer: IngressAnswerer): boolean {
  if (createdAt(a) !== createdAt(b)) return createdAt(a) < createdAt(b);
  const [nameOfA, nameOfB] = [fullNameOf(refOf(a)), fullNameOf(refOf(b))];
  return answerer === 'ingress-nginx' ? nameOfA > nameOfB : nameOfA < nameOfB;
}

/** ingress-nginx takes ImplementationSpecific, and a path without type, for Prefix. */
const typeFor = (pathType: string, answerer: IngressAnswerer): string =>
  answerer === 'ingress-nginx' && pathType !== 'Exact' ? 'Prefix' : pathType;

/** Whether the controller takes two rules for one: same host, same path, and a type that it does not tell apart. */
const isSameClaim = (one: Claim, other: Claim, answerer: IngressAnswerer): boolean =>
  one.host === other.host &&
  (one.path.path || '/') === (other.path.path || '/') &&
  typeFor(one.path.pathType, answerer) === typeFor(other.path.pathType, answerer);

/** Who claims the path with this Ingress, the one that keeps it first. */
function listClaimants(
  references: IngressReferences,
  path: IngressPathReference,
  { reader, lookups }: CheckContext,
): readonly Ingress[] {
  const { ingress } = references;
  const className = classNameOf(reader, ingress);
  if (className === undefined) return [];
  const answerer = answererOf(references.class);
  const others = lookups
    .listIngressesClaiming(path)
    .filter((other) => keyOf(other) !== keyOf(ingress) && !isCanary(other))
    .filter((other) => classNameOf(reader, other) === className)
    .filter((other) => listIngressPaths(other).some((claim) => isSameClaim(claim, path, answerer)));
  return [ingress, ...others].toSorted((a, b) => (isBefore(a, b, answerer) ? -1 : 1));
}

function removeClaim(
  from: IngressPaths,
  { path, answerer }: { readonly path: Claim; readonly answerer: IngressAnswerer },
  wordsFor: (removal: Removal) => Pick<FindingFix, 'title' | 'explanation'>,
): FindingFix {
  const claims = from.paths.filter((other) => isSameClaim(other, path, answerer));
  const ingress = fullNameOf(refOf(from.ingress));
  return buildRemoval(from, claims, (extent) => wordsFor({ extent, ingress }));
}

function fixesFor(
  { references, path, claimants }: Lost,
  { request, mine, theirs }: ClaimedPath,
  { words }: CheckContext,
): readonly FindingFix[] {
  const { ingress } = references;
  const [winner = ingress, next] = claimants;
  const { giveUp, takeOver, useAnother } = words.ing013;
  const claim = { path, answerer: answererOf(references.class) };
  const ours = removeClaim(references, claim, (removal) => ({
    title: giveUp.title(removal),
    explanation: giveUp.explanation(removal, theirs),
  }));
  const other = removeClaim({ ingress: winner, paths: listIngressPaths(winner) }, claim, (removal) => ({
    title: takeOver.title(removal),
    explanation: takeOver.explanation(removal, request, mine),
  }));
  const elsewhere = { title: useAnother.title(), explanation: useAnother.explanation() };
  return next === ingress ? [ours, other, elsewhere] : [ours, elsewhere];
}

function report(lost: Lost, context: CheckContext): Finding {
  const { references, path, claimants } = lost;
  const { ingress } = references;
  const [winner = ingress] = claimants;
  const words = context.words.ing013;
  const isNginx = answererOf(references.class) === 'ingress-nginx';
  const claimed: ClaimedPath = {
    request: requestOf(path),
    mine: fullNameOf(refOf(ingress)),
    theirs: fullNameOf(refOf(winner)),
    className: references.class.kind === 'none' ? '' : (references.class.name ?? ''),
    isCertain: isNginx,
    firstBy: createdAt(winner) === createdAt(ingress) ? 'name' : 'age',
  };
  return buildFinding(ing013, {
    place: placeOfPath(references, path),
    row: pathIdOf(path),
    severity: isNginx ? 'error' : 'warning',
    related: [refOf(winner)],
    label: words.label(claimed),
    title: words.title(claimed),
    happens: words.happens(claimed),
    effectNow: words.effectNow(winner.metadata.name),
    why: words.why(claimed),
    fixes: fixesFor(lost, claimed, context),
    requests: [claimed.request],
    since: ingress.metadata.creationTimestamp,
  });
}

/**
 * Two Ingresses of one class have a rule for the same host, path and pathType; for ingress-nginx ImplementationSpecific is
 * Prefix. Reported at the one that loses, for each
 * of its paths once; canaries are exempt. Certain for ingress-nginx, a warning for other controllers.
 */
export const ing013: Check<'Ingress'> = {
  id: 'ING-013',
  severity: 'error',
  effect: 'wrong-backend',
  unit: 'Ingress',
  reads: ['Ingress'],
  run(ingress, context) {
    if (isCanary(ingress)) return nothingFound;
    const references = context.referencesOf(ingress);
    const findings = references.paths
      .filter(({ ordinal }) => ordinal === 0)
      .flatMap((path) => {
        const claimants = listClaimants(references, path, context);
        const [winner = ingress] = claimants;
        return winner === ingress ? [] : [report({ references, path, claimants }, context)];
      });
    return { findings };
  },
};
