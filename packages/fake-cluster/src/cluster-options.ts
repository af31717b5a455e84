import type { AccessPolicy } from './access/access-policy.ts';
import type { Clock } from './clock.ts';
import type { PodTimings } from './controllers/kubelet.ts';

/** How a fake cluster is to be. Only the clock is needed. */
export interface FakeClusterOptions extends Clock {
  /** Names, uids and picked addresses follow from it. */
  readonly seed?: number;
  /** `node-a`, `node-b`, `node-c` when absent; the part after the last dash is the zone. */
  readonly nodes?: readonly string[];
  readonly access?: AccessPolicy;
  /** `fd00:10:96::/112` besides `10.96.0.0/12`. */
  readonly isDualStack?: boolean;
  readonly nodePortRange?: { readonly first: number; readonly last: number };
  readonly podTimings?: Partial<PodTimings>;
  /** False: nothing happens by itself; no Pods are made, no EndpointSlices filled. */
  readonly hasControllers?: boolean;
}
