import type { UpdateFrame } from '@fairlead/api-contract';
import type { ReaderUpdate } from '../../cluster/context-reader.ts';

/** Any frame but `changes`, as it goes over the wire. */
export const buildFrame = (frame: Exclude<UpdateFrame, { readonly type: 'changes' }>): Buffer =>
  Buffer.from(JSON.stringify(frame));

/** A `changes` frame around the objects' JSON as it is held: nothing is parsed or printed again. */
export function buildChangesFrame(epoch: string, { revision, puts, removes }: ReaderUpdate): Buffer {
  const head = JSON.stringify({ type: 'changes', epoch, from: revision - 1, revision }).slice(0, -1);
  const objects = puts.map(({ json }) => json).join(',');
  return Buffer.from(`${head},"puts":[${objects}],"removes":${JSON.stringify(removes)}}`);
}
