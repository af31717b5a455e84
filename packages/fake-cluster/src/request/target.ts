import type { ServedResource } from '../resources/served-resource.ts';
import type { FakeRequest } from './fake-request.ts';

/** A request whose address names a served resource and whose sender may do it. */
export interface Target {
  readonly request: FakeRequest;
  readonly query: ReadonlyMap<string, string>;
  readonly served: ServedResource;
  /** Empty for cluster-scoped resources and cluster-wide lists. */
  readonly namespace: string;
  /** Empty for collections. */
  readonly name: string;
  readonly subresource: string;
}
