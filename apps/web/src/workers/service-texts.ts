import type { ObjectReader, Service } from '@fairlead/kube-objects';
import { listServiceAddresses, protocolOf, targetPortOf, type ServicePortEndpoints } from '@fairlead/routing';

/** `80 → 3000`, with the protocol when it is not TCP; a name that means nothing stands as it is. */
export function portText({ port, targetNumbers }: ServicePortEndpoints): string {
  const target = targetNumbers.length === 0 ? String(targetPortOf(port)) : targetNumbers.join(', ');
  const protocol = protocolOf(port);
  return `${port.port} → ${target}${protocol === 'TCP' ? '' : `/${protocol}`}`;
}

export const selectorPairs = ({ spec }: Service): readonly string[] =>
  Object.entries(spec.selector ?? {}).map(([key, value]) => `${key}=${value}`);

/** The first address that reaches the Service from outside, and how many more there are. */
export function exposedAtOf(reader: ObjectReader, service: Service): string {
  const [first, ...more] = listServiceAddresses(reader, service).filter(({ reach }) => reach === 'outside');
  if (first === undefined) return '';
  return more.length === 0 ? first.text : `${first.text} +${more.length}`;
}
