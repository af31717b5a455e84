import { refOf, type Ingress, type Service, type ServicePort } from '@fairlead/kube-objects';
import { buildFinding } from '../build-finding.ts';
import { nothingFound, type Check } from '../check.ts';
import type { FindingFix } from '../finding.ts';
import {
  findUntold,
  tlsSignOf,
  toldControllers,
  valueThatAsks,
  type BackendTlsWay,
  type TlsSign,
} from '../subjects/backend-tls.ts';
import { editAnnotation } from '../subjects/edit-annotation.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { listIngressRows, type IngressRow } from '../subjects/ingress-row.ts';
import { findServer } from '../subjects/served-by.ts';
import type { CheckWords } from '../words/check-words.ts';

/** A Service port that expects TLS and is spoken to in plain HTTP, with the rows that lead there. */
interface PlainPort {
  readonly service: Service;
  readonly port: ServicePort;
  readonly sign: TlsSign;
  readonly way: BackendTlsWay;
  readonly rows: readonly [IngressRow, ...IngressRow[]];
}

function groupByPort(rows: readonly IngressRow[]): readonly (readonly [IngressRow, ...IngressRow[]])[] {
  const groups = new Map<string, [IngressRow, ...IngressRow[]]>();
  for (const row of rows) {
    if (row.backend.kind !== 'port') continue;
    const key = `${row.backend.service.metadata.name} ${row.backend.portId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

/** What the annotation is about as a whole, and whether all of it expects TLS. */
function isSafe({ way, service }: PlainPort, rows: readonly IngressRow[]): boolean {
  if (way.isListOfServices === true || way.askedBy.on === 'Service')
    return (service.spec.ports ?? []).every((port) => tlsSignOf(port) !== undefined);
  return rows.every(({ backend }) => backend.kind === 'port' && tlsSignOf(backend.port) !== undefined);
}

function fixFor(
  ingress: Ingress,
  found: PlainPort,
  { rows, words }: { readonly rows: readonly IngressRow[]; readonly words: CheckWords['ing047'] },
): FindingFix {
  const { service, way } = found;
  const { key, on } = way.askedBy;
  const value = valueThatAsks(way, ingress, service);
  if (!isSafe(found, rows))
    return { title: words.apart.title(), explanation: words.apart.explanation({ on, key, value }) };
  const object = on === 'Ingress' ? ingress : service;
  return buildEditFix(object, { title: words.ask.title(key, value), explanation: words.ask.explanation() }, [
    editAnnotation(object, key, value),
  ]);
}

/** A port that expects TLS by its name, number or appProtocol, and a controller that speaks plain HTTP to it. */
export const ing047: Check<'Ingress'> = {
  id: 'ING-047',
  severity: 'warning',
  effect: 'requests-fail',
  unit: 'Ingress',
  reads: ['Ingress', 'IngressClass', 'Service'],
  run(ingress, context) {
    const server = findServer(context, ingress, toldControllers);
    if (server === undefined) return nothingFound;
    const words = context.words.ing047;
    const rows = listIngressRows(context.referencesOf(ingress));
    const found = groupByPort(rows).flatMap((group): readonly PlainPort[] => {
      const [{ backend }] = group;
      if (backend.kind !== 'port' || backend.service.spec.type === 'ExternalName') return [];
      const { service, port } = backend;
      const sign = tlsSignOf(port);
      const way = sign && findUntold(server.profile, ingress, service);
      return sign === undefined || way === undefined ? [] : [{ service, port, sign, way, rows: group }];
    });
    const findings = found.map((plain) => {
      const { service, port, sign, rows: group } = plain;
      const facts = { profile: server.profile, service: service.metadata.name, port };
      return buildFinding(ing047, {
        place: group[0].place,
        row: `${service.metadata.name}~${port.name ?? port.port}`,
        related: [refOf(service)],
        label: words.label(),
        title: words.title(facts),
        happens: words.happens(group.map(({ request }) => request)),
        effectNow: words.effectNow(),
        why: words.why(sign, plain.way.askedBy.key),
        fixes: [fixFor(ingress, plain, { rows, words })],
        requests: group.map(({ request }) => request),
        since: ingress.metadata.creationTimestamp,
      });
    });
    return { findings };
  },
};
