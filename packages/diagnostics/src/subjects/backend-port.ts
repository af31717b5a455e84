import {
  refOf,
  type Ingress,
  type Service,
  type ServiceBackendPort,
  type ServicePort,
} from '@fairlead/kube-objects';
import { servicePortId, targetPortOf, type IngressReferences } from '@fairlead/routing';
import type { FindingParts } from '../build-finding.ts';
import type { FindingFix } from '../finding.ts';
import type { CheckWords } from '../words/check-words.ts';
import type { PortsOfService } from '../words/english/backend-port.ts';
import { answererOf } from './ingress-answer.ts';
import type { IngressRow } from './ingress-row.ts';

/** A backend whose Service exists and has no such port. */
export interface MissingPort {
  readonly row: IngressRow;
  readonly service: Service;
  readonly wanted: string;
  readonly isName: boolean;
}

export function listMissingPorts(rows: readonly IngressRow[]): readonly MissingPort[] {
  return rows.flatMap((row) =>
    row.backend.kind === 'no-port'
      ? [{ row, service: row.backend.service, wanted: row.backend.wanted, isName: row.backend.isName }]
      : [],
  );
}

/** ingress-nginx takes the first Service port whose number, name or targetPort reads the same as the backend's port. */
export const findPortByTarget = (service: Service, wanted: string): ServicePort | undefined =>
  (service.spec.ports ?? []).find((port) => `${targetPortOf(port)}` === wanted);

/**
 * Whether ingress-nginx reaches the host behind an ExternalName Service that lists no ports: it then takes the number of
 * the Ingress as it is.
 */
export const isPortlessExternalName = ({ spec }: Service): boolean =>
  spec.type === 'ExternalName' && (spec.ports ?? []).length === 0;

/** What sentences say of a Service and its ports. */
export const portsOf = ({ metadata, spec }: Service): PortsOfService => ({
  name: metadata.name,
  ports: spec.ports ?? [],
});

/** How a backend would name the port: by its name, where an Ingress may use it, else by its number. */
export function backendPortOf(port: ServicePort): ServiceBackendPort {
  const id = servicePortId(port);
  return port.name === id && /^(?=.*[a-z])[a-z0-9-]{1,15}$/.test(id) ? { name: id } : { number: port.port };
}

/** What findings about a missing port have in common. */
export const missingPortParts = (
  { metadata }: Ingress,
  { row, service }: MissingPort,
): Pick<FindingParts, 'place' | 'row' | 'related' | 'requests' | 'since'> => ({
  place: row.place,
  row: row.id,
  related: [refOf(service)],
  requests: [row.request],
  since: metadata.creationTimestamp,
});

/** The port whose targetPort a backend names, where ingress-nginx answers and takes it for that port. */
export const findToleratedPort = (
  { service, wanted }: MissingPort,
  { class: ingressClass }: Pick<IngressReferences, 'class'>,
): ServicePort | undefined =>
  answererOf(ingressClass) === 'ingress-nginx' ? findPortByTarget(service, wanted) : undefined;

/** The fix where it is not clear which port is meant. */
export const pickPortFix = ({ backendPort: { pickPort } }: CheckWords, service: Service): FindingFix => ({
  title: pickPort.title(portsOf(service)),
  explanation: pickPort.explanation(portsOf(service)),
});
