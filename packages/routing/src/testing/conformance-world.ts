import {
  anIngress,
  anIngressClass,
  aService,
  aSlice,
  built,
  type Buildable,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { findProfile } from '../controllers/find-profile.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import type { Trace } from '../trace.ts';
import { storeFor, worldOptions } from './route-worlds.ts';

type PathType = 'Exact' | 'Prefix' | 'ImplementationSpecific';
/** The Service that answers, or the status that the client sees; `closed`: no answer at all. */
export type End = string | number;

/** A rule of the specification as a world and a request. */
export interface Row {
  readonly title: string;
  /** `host type path service`; `*` stands for any host, `-` for no path. */
  readonly rules: readonly string[];
  /** Host and path, with a scheme where that is https. */
  readonly asked: string;
  readonly spec: End;
  /** Where a controller answers otherwise, and the rule of the SPEC that says so. */
  readonly otherwise?: { readonly [P in ProfileName]?: readonly [rule: string, end: End] };
  /** Anything besides rules. */
  readonly more?: (ingress: IngressBuilder) => IngressBuilder;
}

const services = ['a', 'b', 'c', 'd'];
/** Services `a` to `d`, ready. */
export const backends: readonly Buildable[] = services.flatMap((name, place) => [
  aService(`shop/${name}`).withType('NodePort').withPort(80, { targetPort: 8080 }),
  aSlice(`shop/${name}-1`)
    .of(name)
    .withPort(8080)
    .withEndpoint(`10.0.0.${place + 1}`, { ready: true }),
]);
export const webClass = anIngressClass('web').withController('example.com/web');
/** For `foo.example.com`. */
const certificates = new Map([['shop/tls', { names: ['foo.example.com'], isUsable: true }]]);

function isPathType(text: string): text is PathType {
  return text === 'Exact' || text === 'Prefix' || text === 'ImplementationSpecific';
}

/** Adds `host type path service`. */
export function withRule(ingress: IngressBuilder, text: string): IngressBuilder {
  const [host = '', pathType = '', path = '', name = ''] = text.split(' ');
  if (!isPathType(pathType)) throw new Error(`no rule: ${text}`);
  return ingress.withPathTo(host === '*' ? '' : host, {
    ...(path === '-' ? {} : { path }),
    pathType,
    backend: { service: { name, port: { number: 80 } } },
  });
}

export const ingressOf = ({ rules, more = (each) => each }: Row): Buildable =>
  more(rules.reduce(withRule, anIngress('shop/web').withClass('web')));

export function endOf({ result, service, httpStatus }: Trace): End {
  return result === 'ok' ? (service ?? '').replace('shop/', '') : (httpStatus ?? 'closed');
}

/** The trace by a profile whose controller serves the class `web`. */
export function traceBy(profile: ProfileName, objects: readonly Buildable[], asked: string): Trace {
  const [, scheme = 'http', host = '', path = ''] = /^(?:(https?):\/\/)?([^/]*)(.*)$/.exec(asked) ?? [];
  const reader = storeFor(
    profile,
    objects.map((each) => built(each)),
  );
  const index = buildRoutingIndex({ reader, certificates }, findProfile(profile), worldOptions);
  return traceRequest(index, { method: 'GET', scheme: scheme === 'https' ? 'https' : 'http', host, path });
}
