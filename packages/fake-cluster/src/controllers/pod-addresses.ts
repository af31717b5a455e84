import { listAt, textAt, type JsonObject } from '../json/json-value.ts';
import type { Storage } from '../storage/storage.ts';

/** Gives Pods addresses of their Node: `10.244.<n>.x`, on dual-stack clusters `fd00:10:244:<n>::x` too. */
export interface PodAddresses {
  readonly pick: (node: JsonObject) => string[];
}

const ipsOf = (pod: JsonObject | undefined): string[] =>
  listAt(pod, 'status', 'podIPs').map((entry) => textAt(entry, 'ip'));

/** 254 addresses for each block of a Node; a Node that needs more gets further blocks. */
const blockSize = 254;

export function followPodAddresses(storage: Storage, isDualStack: boolean): PodAddresses {
  const taken = new Set<string>();
  const cursors = new Map<string, number>();
  storage.subscribe(({ resource, type, object, previous }) => {
    if (resource !== 'pods') return;
    for (const ip of ipsOf(previous)) taken.delete(ip);
    if (type !== 'DELETED') for (const ip of ipsOf(object)) taken.add(ip);
  });

  const addressAt = (nodeNumber: number, nodeCount: number, index: number): string => {
    const block = nodeNumber + nodeCount * Math.floor(index / blockSize);
    return `10.${244 + Math.floor(block / 256)}.${block % 256}.${(index % blockSize) + 1}`;
  };

  return {
    pick: (node) => {
      const name = textAt(node, 'metadata', 'name');
      const nodes = storage.list('nodes').map((each) => textAt(each, 'metadata', 'name'));
      const nodeNumber = nodes.indexOf(name) + 1;
      const limit = blockSize * 64;
      let index = cursors.get(name) ?? 0;
      while (taken.has(addressAt(nodeNumber, nodes.length, index % limit))) index += 1;
      cursors.set(name, (index + 1) % limit);
      const address = addressAt(nodeNumber, nodes.length, index % limit);
      return isDualStack
        ? [address, `fd00:10:244:${nodeNumber.toString(16)}::${((index % limit) + 1).toString(16)}`]
        : [address];
    },
  };
}
