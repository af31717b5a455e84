import type { Service, ServicePort } from '@fairlead/kube-objects';
import { isHeadless, protocolOf, targetPortOf } from '@fairlead/routing';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';

/** Where a port of the Service leads, in a sentence. */
export function describePort(
  { metadata, spec, ...service }: Service,
  port: ServicePort,
  {
    facts,
    words: {
      ports: { line },
    },
  }: { readonly facts: ServiceFormFacts | undefined; readonly words: ServiceFormMessages },
): string {
  const address = `${metadata.name}:${port.port}`;
  const target = targetPortOf(port);
  if (spec.type === 'ExternalName') return line.ignored();
  if (isHeadless({ ...service, metadata, spec })) return line.headless(String(target));
  const declared = (facts?.declaredPorts ?? []).filter(({ protocol }) => protocol === protocolOf(port));
  if (typeof target === 'string') {
    const numbers = declared.filter(({ name }) => name === target).map(({ number }) => number);
    return line.named(address, target, [...new Set(numbers)]);
  }
  if (facts === undefined || facts.pods === 0) return line.plain(address, String(target));
  const pods = declared
    .filter(({ number }) => number === target)
    .reduce((most, other) => Math.max(most, other.pods), 0);
  return pods === 0
    ? line.undeclared(address, target)
    : line.declared(address, target, { pods, all: facts.pods });
}
