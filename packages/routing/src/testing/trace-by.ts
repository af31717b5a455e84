import { aCluster, aService, aSlice, type Buildable } from '@fairlead/kube-objects/testing';
import type { ControllerOptions } from '../controllers/options.ts';
import type { CertificateFacts, RoutingProfile } from '../controllers/routing-profile.ts';
import { specProfile } from '../controllers/spec.ts';
import { findVerdict } from '../engine/find-verdict.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import type { RoutingRequest } from '../request.ts';
import type { Trace } from '../trace.ts';

/** A world and a request of a table of rules. */
export interface TracedWorld {
  readonly objects: readonly Buildable[];
  readonly options?: ControllerOptions;
  readonly certificates?: ReadonlyMap<string, CertificateFacts>;
  readonly request?: Partial<RoutingRequest>;
}

/** Services `shop/a`, `shop/b` and `shop/c` with port 80 and one ready endpoint each. */
export const threeServices: readonly Buildable[] = ['a', 'b', 'c'].flatMap((name) => [
  aService(`shop/${name}`).withPort(80, { targetPort: 8080 }),
  aSlice(`shop/${name}-1`).of(name).withPort(8080).withEndpoint('10.0.0.7', { ready: true }),
]);

/** The trace of a URL by a profile, whose verdict must say the same. */
export function traceBy(
  profile: RoutingProfile,
  { objects, options = {}, certificates, request = {} }: TracedWorld,
  url: string,
): Trace {
  const [, scheme = '', host = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const reader = aCluster()
    .with(...threeServices, ...objects)
    .build();
  const world = { reader, ...(certificates === undefined ? {} : { certificates }) };
  const index = buildRoutingIndex(world, profile, options);
  const asked = {
    method: 'GET',
    scheme: scheme === 'https' ? ('https' as const) : ('http' as const),
    host,
    path,
    ...request,
  };
  const trace = traceRequest(index, asked);
  const verdict = findVerdict(index, asked);
  if (verdict.result !== trace.result || verdict.service !== trace.service)
    throw new Error(`The verdict is ${verdict.result} ${verdict.service}, the trace ${trace.result}`);
  return trace;
}

/** Where a trace ends, in one line: the Service, where a redirect leads, or status and reason. */
export function endOf({
  result,
  service,
  rewrittenPath,
  httpStatus,
  location,
  reason,
  ...rest
}: Trace): string {
  const certain = rest.assumed ? ' (assumed)' : '';
  switch (result) {
    case 'ok':
      return `${service}${rewrittenPath === undefined ? '' : ` as ${rewrittenPath}`}${certain}`;
    case 'external':
      return `outside ${rest.externalName}${certain}`;
    case 'redirect':
      return `${httpStatus}${location === undefined ? '' : ` ${location}`}${certain}`;
    case 'fail':
      return `${httpStatus ?? 'closed'} ${reason}${certain}`;
  }
}

/** What a profile and the letter of the API make of the same request. */
export const contrast = (profile: RoutingProfile, world: TracedWorld, url: string) => ({
  own: endOf(traceBy(profile, world, url)),
  spec: endOf(traceBy(specProfile, world, url)),
});
