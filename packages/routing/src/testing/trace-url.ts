import { aCluster, type Buildable } from '@fairlead/kube-objects/testing';
import type { ControllerOptions } from '../controllers/options.ts';
import type { CertificateFacts, RoutingProfile } from '../controllers/routing-profile.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import type { RoutingRequest } from '../request.ts';
import type { Trace } from '../trace.ts';

/** What a test says besides objects and URL. */
export interface TraceSetting {
  readonly options?: ControllerOptions;
  /** Names of usable certificates by `namespace/name` of their Secret; where absent, Secrets cannot be read. */
  readonly certificates?: Readonly<Record<string, readonly string[]>>;
  readonly request?: Partial<RoutingRequest>;
}

const toFacts = (names: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, CertificateFacts> =>
  new Map(Object.entries(names).map(([secret, of]) => [secret, { names: of, isUsable: true }]));

/** Traces a URL with a profile in a cluster of these objects. */
export function traceUrl(
  profile: RoutingProfile,
  objects: readonly Buildable[],
  url: string,
  { options = {}, certificates, request = {} }: TraceSetting = {},
): Trace {
  const [, scheme = '', host = '', path = ''] = /^(https?):\/\/([^/]*)(.*)$/.exec(url) ?? [];
  const reader = aCluster()
    .with(...objects)
    .build();
  const world = { reader, ...(certificates === undefined ? {} : { certificates: toFacts(certificates) }) };
  return traceRequest(buildRoutingIndex(world, profile, options), {
    method: 'GET',
    scheme: scheme === 'https' ? 'https' : 'http',
    host,
    path,
    ...request,
  });
}
