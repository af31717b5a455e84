import { listAt, textAt, type JsonObject } from '../json/json-value.ts';
import { forbidden, invalid, type FieldError } from '../status/field-error.ts';
import { isIpAddress } from '../net/ip-address.ts';
import { dns1123Subdomain } from './name-rules.ts';

const invalidIp = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';

/** `status.loadBalancer.ingress[]` of a Service or an Ingress. */
export function loadBalancerProblems(object: JsonObject): FieldError[] {
  return listAt(object, 'status', 'loadBalancer', 'ingress').flatMap((entry, index) => {
    const field = `status.loadBalancer.ingress[${index}]`;
    const [ip, hostname] = [textAt(entry, 'ip'), textAt(entry, 'hostname')];
    return [
      ...(ip !== '' && !isIpAddress(ip) ? [invalid(`${field}.ip`, ip, invalidIp)] : []),
      ...(hostname === ''
        ? []
        : dns1123Subdomain(hostname).map((why) => invalid(`${field}.hostname`, hostname, why))),
      ...(isIpAddress(hostname)
        ? [invalid(`${field}.hostname`, hostname, 'must be a DNS name, not an IP address')]
        : []),
    ];
  });
}

/** Only a `LoadBalancer` Service has load balancer addresses. */
export function serviceStatusProblems(service: JsonObject): FieldError[] {
  const hasAddresses = listAt(service, 'status', 'loadBalancer', 'ingress').length > 0;
  const mayHave = textAt(service, 'spec', 'type') === 'LoadBalancer';
  return [
    ...(hasAddresses && !mayHave
      ? [forbidden('status.loadBalancer.ingress', "may only be used when `spec.type` is 'LoadBalancer'")]
      : []),
    ...loadBalancerProblems(service),
  ];
}
