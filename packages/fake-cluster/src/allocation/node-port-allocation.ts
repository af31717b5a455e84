import {
  fieldOf,
  listAt,
  numberAt,
  objectAt,
  textAt,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import type { Random } from '../random.ts';
import { invalid, type FieldError } from '../status/field-error.ts';
import { listKeyOf } from '../storage/storage.ts';
import { needsHealthCheckNodePort } from '../validation/service-traffic-validation.ts';
import type { TakenValues } from './taken-values.ts';

export interface NodePortRange {
  readonly first: number;
  readonly last: number;
}

export interface NodePortPool {
  readonly range: NodePortRange;
  readonly taken: TakenValues;
  readonly random: Random;
  readonly isDryRun: boolean;
}

type Allocated = { readonly service: JsonObject } | { readonly errors: readonly FieldError[] };

/** Picked ports come from above the band that is left for people (KEP-3668). */
function pickNodePort(pool: NodePortPool, inUse: ReadonlySet<number>): number {
  const { first, last } = pool.range;
  if (pool.isDryRun) return last + 2;
  const size = last - first + 1;
  const band = Math.min(Math.max(16, Math.floor(size / 32)), 128);
  const start = band >= size ? first : first + band;
  for (;;) {
    const port = start + pool.random.below(last - start + 1);
    if (pool.taken.holderOfNodePort(port) === undefined && !inUse.has(port)) return port;
  }
}

interface AskedPort {
  readonly field: string;
  readonly nodePort: number;
  /** Another port of the Service, with another number, asks for the same. */
  readonly isAskedTwice: boolean;
}

function askedPorts(service: JsonObject): AskedPort[] {
  const ports = listAt(service, 'spec', 'ports');
  const asked = ports.map((port, index) => {
    const nodePort = numberAt(port, 'nodePort');
    const isAskedTwice = ports
      .slice(0, index)
      .some(
        (other) =>
          numberAt(other, 'nodePort') === nodePort && numberAt(other, 'port') !== numberAt(port, 'port'),
      );
    return { field: `spec.ports[${index}].nodePort`, nodePort, isAskedTwice };
  });
  return asked.filter(({ nodePort }) => nodePort !== 0);
}

function askedProblem(pool: NodePortPool, service: JsonObject, asked: AskedPort): FieldError[] {
  const { first, last } = pool.range;
  const { field, nodePort } = asked;
  if (nodePort < first || nodePort > last) {
    const why = `provided port is not in the valid range. The range of valid ports is ${first}-${last}`;
    return [invalid(field, nodePort, why)];
  }
  const holder = pool.taken.holderOfNodePort(nodePort);
  const isFree = holder === undefined || holder === listKeyOf(service);
  return isFree && !asked.isAskedTwice
    ? []
    : [invalid(field, nodePort, 'provided port is already allocated')];
}

const wantsNodePorts = (spec: JsonObject): boolean =>
  textAt(spec, 'type') === 'NodePort' ||
  (textAt(spec, 'type') === 'LoadBalancer' && fieldOf(spec, 'allocateLoadBalancerNodePorts') !== false);

/** The same port number for another protocol shares its node port. */
function withPickedPorts(spec: JsonObject, pool: NodePortPool): JsonValue[] {
  const ports = listAt(spec, 'ports');
  const inUse = new Set(ports.map((port) => numberAt(port, 'nodePort')));
  const byNumber = new Map<number, number>();
  return ports.map((port) => {
    const number = numberAt(port, 'port');
    const nodePort = numberAt(port, 'nodePort') || byNumber.get(number) || pickNodePort(pool, inUse);
    inUse.add(nodePort);
    byNumber.set(number, nodePort);
    return { ...objectAt(port), nodePort };
  });
}

/** Gives a Service the node ports its type needs, or says why one it asks for cannot be had. */
export function allocateNodePorts(service: JsonObject, pool: NodePortPool): Allocated {
  const spec = objectAt(service, 'spec');
  const type = textAt(spec, 'type');
  if (type !== 'NodePort' && type !== 'LoadBalancer') return { service };
  const errors = askedPorts(service).flatMap((asked) => askedProblem(pool, service, asked));
  if (errors.length > 0) return { errors };
  const needsHealthPort = needsHealthCheckNodePort(service) && numberAt(spec, 'healthCheckNodePort') === 0;
  return {
    service: {
      ...service,
      spec: {
        ...spec,
        ...(wantsNodePorts(spec) && { ports: withPickedPorts(spec, pool) }),
        ...(needsHealthPort && { healthCheckNodePort: pickNodePort(pool, new Set()) }),
      },
    },
  };
}
