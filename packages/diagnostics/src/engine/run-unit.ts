import {
  type Ingress,
  type Kind,
  type ObjectReader,
  type Service,
  type TrimmedObject,
} from '@fairlead/kube-objects';
import {
  findIngressReferences,
  findServiceEndpoints,
  findServingControllers,
  type IngressReferences,
  type ServiceEndpoints,
  type ServingController,
} from '@fairlead/routing';
import type { Catalogue } from '../catalogue.ts';
import {
  nothingFound,
  type Check,
  type CheckContext,
  type CheckInfo,
  type CheckResult,
  type UnitKind,
} from '../check.ts';
import type { CheckWords } from '../words/check-words.ts';
import { buildLookups, type Lookup } from './cluster-lookups.ts';
import { HostAnswers } from './host-answers.ts';
import { buildReadLog, controllersReadKey, type ReadLog } from './read-log.ts';
import { RecordingReader } from './recording-reader.ts';

/** What a run starts from. */
export interface RunSource {
  readonly reader: ObjectReader;
  readonly index: Lookup;
  readonly controllers: readonly ServingController[];
  readonly catalogue: Catalogue;
  readonly words: CheckWords;
  readonly nowMs: number;
  readonly isKnown: (kind: Kind, namespace: string | undefined) => boolean;
}

/** What all units of one run share. */
export interface UnitSource extends RunSource {
  readonly hosts: HostAnswers;
}

export function buildUnitSource(run: RunSource): UnitSource {
  const source: UnitSource = { ...run, hosts: new HostAnswers((log) => buildContext(source, log)) };
  return source;
}

export interface UnitResult extends CheckResult {
  readonly log: ReadLog;
}

function buildContext(source: UnitSource, log: ReadLog): CheckContext {
  const { reader, index, controllers, words, nowMs, hosts } = source;
  const recording = new RecordingReader(reader, log);
  const endpoints = new Map<Service, ServiceEndpoints>();
  const references = new Map<Ingress, IngressReferences>();
  const servers = new Map<Ingress, readonly ServingController[]>();
  const listControllers = () => {
    log.keys.add(controllersReadKey);
    return controllers;
  };
  const lookups = buildLookups({ reader, index, note: (key) => log.keys.add(key) });
  const controllersOf = (ingress: Ingress): readonly ServingController[] =>
    getOrAdd(servers, ingress, () => findServingControllers(recording, listControllers(), ingress));
  return {
    reader: recording,
    lookups,
    words,
    nowMs,
    endpointsOf: (service) => getOrAdd(endpoints, service, () => findServiceEndpoints(recording, service)),
    referencesOf: (ingress) => getOrAdd(references, ingress, () => findIngressReferences(recording, ingress)),
    controllers: listControllers,
    controllersOf,
    ingressesAt: ({ id }, host) =>
      lookups
        .listIngressesWithHost(host)
        .filter((ingress) => controllersOf(ingress).some((controller) => controller.id === id)),
    breakersAt: (controller, host) => hosts.listBreakers(controller, host, log),
    conflictsAt: (controller, host) => hosts.listConflicts(controller, host, log),
  };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, build: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = build()));
  return value;
}

/** Remembers what the reader says about kinds and namespaces, for as long as one run lasts. */
export function buildKnownKinds(reader: ObjectReader): UnitSource['isKnown'] {
  const known = new Map<string, boolean>();
  return (kind, namespace) =>
    getOrAdd(known, `${kind} ${namespace ?? ''}`, () => reader.isKnown(kind, namespace));
}

export const isUnitKind = (kind: Kind): kind is UnitKind =>
  kind === 'Service' ||
  kind === 'Ingress' ||
  kind === 'IngressClass' ||
  kind === 'EndpointSlice' ||
  kind === 'Pod';

/** Runs all checks of the catalogue that are about this object and can tell. */
export function runUnit(source: UnitSource, unit: TrimmedObject<UnitKind>): UnitResult {
  const log = buildReadLog();
  return { ...runOn(source, unit, buildContext(source, log)), log };
}

function runOn(source: UnitSource, unit: TrimmedObject<UnitKind>, context: CheckContext): CheckResult {
  const runAll = <K extends UnitKind>(checks: readonly Check<K>[], object: TrimmedObject<K>): CheckResult =>
    joinResults(
      checks.filter((check) => canTell(source, unit, check)).map((check) => check.run(object, context)),
    );
  if (unit.kind === 'Service') return runAll(source.catalogue.Service, unit);
  if (unit.kind === 'Ingress') return runAll(source.catalogue.Ingress, unit);
  if (unit.kind === 'IngressClass') return runAll(source.catalogue.IngressClass, unit);
  if (unit.kind === 'EndpointSlice') return runAll(source.catalogue.EndpointSlice, unit);
  return runAll(source.catalogue.Pod, unit);
}

const canTell = ({ isKnown }: UnitSource, unit: TrimmedObject<UnitKind>, { reads }: CheckInfo): boolean =>
  reads.every((kind) => kind === unit.kind || isKnown(kind, unit.metadata.namespace));

function joinResults(results: readonly CheckResult[]): CheckResult {
  const findings = results.flatMap((result) => result.findings);
  const times = results.flatMap(({ lookAgainAtMs }) => lookAgainAtMs ?? []);
  if (times.length > 0) return { findings, lookAgainAtMs: Math.min(...times) };
  return findings.length > 0 ? { findings } : nothingFound;
}
