import { listAt, numberAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { listKeyOf, type Storage } from '../storage/storage.ts';

/** Who holds which cluster address and node port, followed from the stored Services. */
export interface TakenValues {
  /** The Service (`namespace/name`) that holds the address. */
  readonly holderOfAddress: (address: string) => string | undefined;
  readonly holderOfNodePort: (port: number) => string | undefined;
}

const nodePortsOf = (service: JsonObject): number[] =>
  [
    ...listAt(service, 'spec', 'ports').map((port) => numberAt(port, 'nodePort')),
    numberAt(service, 'spec', 'healthCheckNodePort'),
  ].filter((port) => port !== 0);

export function followTakenValues(storage: Storage): TakenValues {
  const addresses = new Map<string, string>();
  const nodePorts = new Map<number, string>();
  storage.subscribe(({ resource, type, object, previous }) => {
    if (resource !== 'services') return;
    const holder = listKeyOf(object);
    if (previous !== undefined) {
      for (const address of textsAt(previous, 'spec', 'clusterIPs')) addresses.delete(address);
      for (const port of nodePortsOf(previous)) nodePorts.delete(port);
    }
    if (type === 'DELETED') return;
    for (const address of textsAt(object, 'spec', 'clusterIPs')) addresses.set(address, holder);
    for (const port of nodePortsOf(object)) nodePorts.set(port, holder);
  });
  return {
    holderOfAddress: (address) => addresses.get(address),
    holderOfNodePort: (port) => nodePorts.get(port),
  };
}
