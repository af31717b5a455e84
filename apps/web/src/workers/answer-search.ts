import {
  keyOfRef,
  kinds,
  refOf,
  type ClusterObject,
  type Ingress,
  type Kind,
  type LoadBalancerIngress,
  type ObjectRef,
  type Service,
} from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';
import type { ClusterModel } from './cluster-model.ts';
import { compareText } from './cut-rows.ts';
import { worstOf } from './mark-index.ts';
import type { Question, SearchAnswer, SearchHit } from './questions.ts';

type SearchQuestion = Extract<Question, { readonly kind: 'search' }>;

/** What of an object can be searched for. `row` names the row that matched. */
interface Needle {
  readonly matched: SearchHit['matched'];
  readonly text: string;
  readonly row?: string;
}

interface Found {
  readonly ref: ObjectRef;
  readonly needle: Needle;
  /** Lower is better: a whole match, then a beginning, then anywhere; names before everything else. */
  readonly rank: number;
}

/** Kinds that people look for first. */
const kindRank = new Map<Kind, number>(
  (
    [
      'Ingress',
      'Service',
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'Job',
      'Namespace',
      'Node',
      'Pod',
    ] as const
  ).map((kind, rank) => [kind, rank]),
);

const matchedRank: Readonly<Record<SearchHit['matched'], number>> = {
  name: 0,
  host: 1,
  path: 2,
  address: 3,
  port: 4,
  finding: 5,
  label: 6,
};

const addressNeedles = (texts: readonly (string | undefined)[]): readonly Needle[] =>
  texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ matched: 'address', text } as const]));

const balancerNeedles = (entries: readonly LoadBalancerIngress[] | undefined): readonly Needle[] =>
  addressNeedles((entries ?? []).flatMap(({ ip, hostname }) => [ip, hostname]));

const ingressNeedles = (ingress: Ingress): readonly Needle[] => [
  ...listIngressPaths(ingress).flatMap(({ host, path }): readonly Needle[] => [
    { matched: 'host', text: host, row: host },
    { matched: 'path', text: `${host}${path.path ?? ''}`, row: `${host}~${path.path ?? ''}` },
  ]),
  ...balancerNeedles(ingress.status?.loadBalancer?.ingress),
];

const serviceNeedles = ({ spec, status }: Service): readonly Needle[] => [
  ...addressNeedles([spec.clusterIP, spec.externalName, ...(spec.externalIPs ?? [])]),
  ...balancerNeedles(status?.loadBalancer?.ingress),
  ...(spec.ports ?? []).flatMap(({ nodePort, port, name }): readonly Needle[] =>
    [port, nodePort, name].flatMap((text) =>
      text === undefined ? [] : [{ matched: 'port', text: String(text) } as const],
    ),
  ),
];

function specialNeedles(object: ClusterObject): readonly Needle[] {
  switch (object.kind) {
    case 'Ingress':
      return ingressNeedles(object);
    case 'Service':
      return serviceNeedles(object);
    case 'Pod':
      return addressNeedles([object.status?.podIP]);
    case 'Node':
      return addressNeedles((object.status?.addresses ?? []).map(({ address }) => address));
    default:
      return [];
  }
}

/** An object never changes, so its needles are made once. */
const needlesByObject = new WeakMap<ClusterObject, readonly Needle[]>();

function needlesOf(object: ClusterObject): readonly Needle[] {
  let needles = needlesByObject.get(object);
  if (needles === undefined) {
    const labels = Object.entries(object.metadata.labels ?? {}).slice(0, 50);
    needles = [
      { matched: 'name', text: object.metadata.name },
      ...specialNeedles(object),
      ...labels.map(([key, value]): Needle => ({ matched: 'label', text: `${key}=${value}` })),
    ];
    needlesByObject.set(object, needles);
  }
  return needles;
}

/** 0 for the whole text, 1 for its beginning, 2 for anywhere; `undefined`: not at all. Short numbers match whole ports only. */
function closeness(needle: Needle, wanted: string): number | undefined {
  const text = needle.text.toLowerCase();
  if (text === wanted) return 0;
  if (needle.matched === 'port') return undefined;
  if (text.startsWith(wanted)) return 1;
  return text.includes(wanted) ? 2 : undefined;
}

function findIn(object: ClusterObject, wanted: string): Found | undefined {
  let best: Found | undefined;
  for (const needle of needlesOf(object)) {
    const close = closeness(needle, wanted);
    if (close === undefined) continue;
    const rank = close * 10 + matchedRank[needle.matched];
    if (best === undefined || rank < best.rank) best = { ref: refOf(object), needle, rank };
  }
  return best;
}

function toHit({ diagnosis }: ClusterModel, { ref, needle }: Found): SearchHit {
  const key = keyOfRef(ref);
  const worst = worstOf(diagnosis.listFor(key));
  return {
    ref,
    matched: needle.matched,
    label: ref.name,
    detail: needle.matched === 'name' ? '' : needle.text,
    sel: needle.row === undefined ? key : `${key}~${needle.row}`,
    ...(worst === undefined ? {} : { worst }),
  };
}

/** Problems by their id: `#ING-001`, or any part of it. */
function searchFindings(model: ClusterModel, wanted: string, limit: number): SearchAnswer {
  const found = model.diagnosis
    .list()
    .filter(
      ({ checkId, title }) => checkId.toLowerCase().includes(wanted) || title.toLowerCase().includes(wanted),
    );
  return {
    total: found.length,
    hits: found.slice(0, limit).map(({ place, title, checkId, severity, id }) => ({
      ref: place.ref,
      matched: 'finding',
      label: title,
      detail: checkId,
      sel: id,
      worst: severity,
    })),
  };
}

/** `#` problems only, `:` hosts and paths only. */
export function answerSearch(model: ClusterModel, { text, limit }: SearchQuestion): SearchAnswer {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.startsWith('#')) return searchFindings(model, trimmed.slice(1).trim(), limit);
  const onlyHosts = trimmed.startsWith(':');
  const wanted = onlyHosts ? trimmed.slice(1).trim() : trimmed;
  if (wanted === '') return { hits: [], total: 0 };
  const searched: readonly Kind[] = onlyHosts ? ['Ingress'] : kinds;
  const found = searched
    .flatMap((kind) => model.store.list(kind).flatMap((object) => findIn(object, wanted) ?? []))
    .filter(({ needle }) => !onlyHosts || needle.matched === 'host' || needle.matched === 'path');
  const sorted = found.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      (kindRank.get(a.ref.kind) ?? 9) - (kindRank.get(b.ref.kind) ?? 9) ||
      compareText(a.ref.namespace ?? '', b.ref.namespace ?? '') ||
      compareText(a.ref.name, b.ref.name),
  );
  return { total: found.length, hits: sorted.slice(0, limit).map((hit) => toHit(model, hit)) };
}
