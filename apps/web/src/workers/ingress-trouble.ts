import type { Finding, Severity } from '@fairlead/diagnostics';
import { keyOf, keyOfRef, type Ingress, type ObjectKey } from '@fairlead/kube-objects';
import { portRowId, targetOf, type RouteRow } from '@fairlead/resource-graph';
import type { ClusterModel } from './cluster-model.ts';
import { worseOf, worstOf } from './mark-index.ts';
import type { IngressRow } from './questions.ts';
import { marksOf, worstFor } from './route-worst.ts';

type Trouble = Pick<IngressRow, 'problemCount' | 'stateWords' | 'worst'>;

const harmOrder: readonly Severity[] = ['error', 'warning', 'info'];

/** What is wrong with the Service behind a route, where the route leads; hints about a Service say nothing of the Ingress. */
function listBehind({ diagnosis }: ClusterModel, { serviceRef, targets }: RouteRow): readonly Finding[] {
  if (serviceRef === undefined) return [];
  const key = keyOfRef(serviceRef);
  return diagnosis.listFor(key).filter(({ severity, place: { portId } }) => {
    if (severity === 'info') return false;
    return portId === undefined || targets.includes(targetOf(key, portRowId(portId)));
  });
}

/** The words for a route that is worse off than any finding says. */
function wordsOf(model: ClusterModel, row: RouteRow, worst: Severity): string {
  const mark = marksOf(model, row).find(({ severity }) => severity === worst);
  return mark?.label ?? model.messages.answers.routeState(row.state);
}

function troubleOf(model: ClusterModel, key: ObjectKey, routes: readonly RouteRow[]): Trouble {
  const behind = routes.flatMap((row) => listBehind(model, row));
  const findings = [...new Set([...model.diagnosis.listFor(key), ...behind])];
  const found = worstOf(findings);
  const worst = routes.reduce((sofar, row) => {
    const ofRow = worstFor(row, marksOf(model, row));
    return ofRow === undefined ? sofar : worseOf(sofar, ofRow);
  }, found);
  if (worst === undefined) return { problemCount: 0, stateWords: '' };
  const first = found === worst ? findings.find(({ severity }) => severity === worst) : undefined;
  const row = routes.find((candidate) => worstFor(candidate, marksOf(model, candidate)) === worst);
  const words = first === undefined ? row && wordsOf(model, row, worst) : (first.effectNow ?? first.label);
  return { problemCount: Math.max(1, findings.length), stateWords: words ?? '', worst };
}

/** What is wrong with Ingresses at this moment. */
export interface IngressTroubles {
  /** Worst problem, how many there are, and the words for the State column. */
  readonly troubleOf: (ingress: Ingress) => Trouble;
  /** For sorting: the worse, the lower. */
  readonly rankOf: (ingress: Ingress) => number;
}

/**
 * What is wrong with an Ingress and with what its rules lead to: a rule whose Service has no endpoint is as broken as one
 * whose Service does not exist, although no finding sits in the Ingress.
 */
export function buildIngressTroubles(model: ClusterModel): IngressTroubles {
  const routes = new Map<ObjectKey, RouteRow[]>();
  for (const row of model.graph.routes()) {
    if (row.ingressRef === undefined) continue;
    const key = keyOfRef(row.ingressRef);
    const known = routes.get(key);
    if (known === undefined) routes.set(key, [row]);
    else known.push(row);
  }
  const troubles = new Map<ObjectKey, Trouble>();
  const find = (ingress: Ingress): Trouble => {
    const key = keyOf(ingress);
    const trouble = troubles.get(key) ?? troubleOf(model, key, routes.get(key) ?? []);
    troubles.set(key, trouble);
    return trouble;
  };
  return {
    troubleOf: find,
    rankOf: (ingress) => {
      const { worst } = find(ingress);
      return worst === undefined ? harmOrder.length : harmOrder.indexOf(worst);
    },
  };
}
