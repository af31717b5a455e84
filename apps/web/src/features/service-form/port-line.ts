import type { Service, ServicePort } from '@fairlead/kube-objects';
import { isHeadless, protocolOf, targetPortOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';

/** Where a port of the Service leads, in a sentence. */
export function describePort(
  service: Service,
  port: ServicePort,
  { facts, words }: { readonly facts: ServiceFormFacts | undefined; readonly words: ServiceFormMessages },
): string {
  const { line } = words.ports;
  const target = targetPortOf(port);
  if (service.spec.type === 'ExternalName') return line.ignored();
  if (isHeadless(service)) return line.headless(String(target));
  const declared = (facts?.declaredPorts ?? []).filter(({ protocol }) => protocol === protocolOf(port));
  if (typeof target === 'string') {
    const numbers = declared.filter(({ name }) => name === target).map(({ number }) => number);
    return line.named(target, [...new Set(numbers)]);
  }
  if (facts === undefined || facts.pods === 0) return line.plain(String(target));
  const pods = declared
    .filter(({ number }) => number === target)
    .reduce((most, other) => Math.max(most, other.pods), 0);
  return pods === 0 ? line.undeclared(target) : line.declared(target, pods, facts.pods);
}
