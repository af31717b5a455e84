import type { Ingress } from '@fairlead/kube-objects';
import type { ProfileName } from '../controllers/routing-profile.ts';
import type { ConfigurationBreaker } from './configuration-breaker.ts';
import { listNginxBreakers } from './list-nginx-breakers.ts';

/**
 * [BRK-1] to [BRK-5] What in these Ingresses keeps a controller from taking over any change at all. They are those that it
 * takes; of a host all of them, as some faults are between two. Only ingress-nginx is known to have such faults: others
 * leave out the Ingress, or the path, that they cannot read. `host`: only what is about that host, in lower case.
 */
export const listConfigurationBreakers = (
  profile: ProfileName,
  ingresses: readonly Ingress[],
  host?: string,
): readonly ConfigurationBreaker[] => (profile === 'ingress-nginx' ? listNginxBreakers(ingresses, host) : []);
