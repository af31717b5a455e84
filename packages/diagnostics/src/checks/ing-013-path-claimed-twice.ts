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
import { code } from '../text/code.ts';
import { listed } from '../words/english/sentence.ts';

const canaryAnnotation = 'nginx.ingress.kubernetes.io/canary';

type Claim = Pick<IngressPathReference, 'host' | 'path'>;

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
  explanation: string,
): FindingFix {
  const claims = from.paths.filter((other) => isSameClaim(other, path, answerer));
  const title = `Remove the path from ${fullNameOf(refOf(from.ingress))}`;
  return buildRemoval(from, claims, { title, explanation });
}

/** `claimants`: all of them, the one that keeps the path first. */
function fixesFor(
  references: IngressReferences,
  path: IngressPathReference,
  [winner = references.ingress, next]: readonly Ingress[],
): readonly FindingFix[] {
  const { ingress } = references;
  const theirs = fullNameOf(refOf(winner));
  const claim = { path, answerer: answererOf(references.class) };
  const giveUp = removeClaim(
    references,
    claim,
    `Nothing changes for requests: ${theirs} answers them already.`,
  );
  const takeOver = removeClaim(
    { ingress: winner, paths: listIngressPaths(winner) },
    claim,
    `Requests for ${code(requestOf(path))} then go where ${fullNameOf(refOf(ingress))} says.`,
  );
  return [
    giveUp,
    ...(next === ingress ? [takeOver] : []),
    { title: 'Use another host or path', explanation: 'If both are needed.' },
  ];
}

function report(
  references: IngressReferences,
  path: IngressPathReference,
  claimants: readonly Ingress[],
): Finding {
  const { ingress } = references;
  const [winner = ingress] = claimants;
  const [mine, theirs] = [fullNameOf(refOf(ingress)), fullNameOf(refOf(winner))];
  const request = requestOf(path);
  const isNginx = answererOf(references.class) === 'ingress-nginx';
  const how = createdAt(winner) === createdAt(ingress) ? 'comes first by name' : 'is the older one';
  const className = references.class.kind === 'none' ? '' : (references.class.name ?? '');
  return buildFinding(ing013, {
    place: placeOfPath(references, path),
    row: pathIdOf(path),
    severity: isNginx ? 'error' : 'warning',
    related: [refOf(winner)],
    label: `${theirs} wins`,
    title: `${listed([mine, theirs].toSorted())} both claim ${request}`,
    happens: isNginx
      ? `Requests for ${code(request)} go where ${theirs} says. This path gets none.`
      : `Requests for ${code(request)} go where one of the two says. This path is assumed to get none.`,
    effectNow: `${winner.metadata.name} wins`,
    why: isNginx
      ? `Both have class ${code(className)}, the same host and path, and a pathType that ingress-nginx does not tell apart. It keeps one of them: ${theirs} ${how}.`
      : `Both have class ${code(className)} and the same host, path and pathType. Ingress does not say which one counts; most controllers keep one, and ${theirs} ${how}.`,
    fixes: fixesFor(references, path, claimants),
    requests: [request],
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
        return winner === ingress ? [] : [report(references, path, claimants)];
      });
    return { findings };
  },
};
