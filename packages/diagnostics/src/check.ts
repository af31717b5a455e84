import type { Ingress, Kind, ObjectReader, Service, TrimmedObject } from '@fairlead/kube-objects';
import type {
  ConfigurationBreaker,
  IngressReferences,
  RouteConflict,
  ServiceEndpoints,
  ServingController,
} from '@fairlead/routing';
import type { Finding, FindingEffect, Severity } from './finding.ts';
import type { ClusterLookups } from './engine/cluster-lookups.ts';
import type { CheckWords } from './words/check-words.ts';

/** The kinds whose objects checks are run on, one object at a time. */
export type UnitKind = 'Service' | 'Ingress' | 'IngressClass' | 'EndpointSlice' | 'Pod';

/** What is known of a check without running it. */
export interface CheckInfo {
  /** Catalogue id, such as `SVC-001`. Permanent; the file of the check is named after it. */
  readonly id: string;
  /** The usual severity; a finding may be milder. */
  readonly severity: Severity;
  readonly effect: FindingEffect;
  readonly unit: UnitKind;
  /**
   * Kinds without which the check cannot tell. It is not run on a unit while one of them, other than the unit's own, is
   * not completely known in the unit's namespace: that something is not there proves nothing then.
   */
  readonly reads: readonly Kind[];
}

/** What a check sees of the cluster. Everything read through it is noted, and a change of it runs the check again. */
export interface CheckContext {
  readonly reader: ObjectReader;
  readonly lookups: ClusterLookups;
  /** What is said, in the language of whoever asks. A check itself holds no sentence. */
  readonly words: CheckWords;
  /** Epoch milliseconds. */
  readonly nowMs: number;
  /** Both are worked out once per unit, however many checks ask. */
  endpointsOf(service: Service): ServiceEndpoints;
  referencesOf(ingress: Ingress): IngressReferences;
  /**
   * The controllers that IngressClasses and workloads tell of. None where these cannot be read: whoever concludes from one
   * that is not there reads these kinds.
   */
  controllers(): readonly ServingController[];
  /** Of these those that take an Ingress by its class, those that run here first. */
  controllersOf(ingress: Ingress): readonly ServingController[];
  /** The Ingresses that the controller takes with a rule for the host; any host is empty text. */
  ingressesAt(controller: ServingController, host: string): readonly Ingress[];
  /** What keeps the controller from loading its configuration, and what is in each other's way; hosts in lower case. */
  breakersAt(controller: ServingController, host: string): readonly ConfigurationBreaker[];
  conflictsAt(controller: ServingController, host: string): readonly RouteConflict[];
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  /** The result may differ from this moment on even if no object changes. */
  readonly lookAgainAtMs?: number;
}

/** A check is a function of the unit, of what it reads through the context, and of the time: nothing else. */
export interface Check<K extends UnitKind = UnitKind> extends CheckInfo {
  readonly unit: K;
  run(unit: TrimmedObject<K>, context: CheckContext): CheckResult;
}

export const nothingFound: CheckResult = { findings: [] };
