import type { Service } from '@fairlead/kube-objects';
import type { ServiceForm } from './service-endpoints.ts';

export const isHeadless = (service: Service): boolean => service.spec.clusterIP === 'None';

/** [SVC-1] An ExternalName has no endpoints; without selector somebody else writes the slices, headless or not. */
export function serviceFormOf(service: Service): ServiceForm {
  const { type, selector } = service.spec;
  if (type === 'ExternalName') return 'external-name';
  if (Object.keys(selector ?? {}).length === 0) return 'no-selector';
  return isHeadless(service) ? 'headless' : 'cluster-ip';
}
