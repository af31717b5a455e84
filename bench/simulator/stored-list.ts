import type { ObjectJson } from '../fixture/object-json.ts';

const objectsPerBlock = 500;

interface Block {
  readonly bytes: Buffer;
  /** Where each object ends; between two of them stands one comma. */
  readonly ends: Uint32Array;
}

const comma = Buffer.from(',');

function packBlock(texts: readonly string[]): Block {
  const ends = new Uint32Array(texts.length);
  let end = -1;
  texts.forEach((text, at) => {
    end += Buffer.byteLength(text) + 1;
    ends[at] = end;
  });
  return { bytes: Buffer.from(texts.join(',')), ends };
}

/** All objects of a kind as the bytes of a LIST's `items`, so that serving a page costs no more than sending it. */
export class StoredList {
  readonly count: number;
  readonly #blocks: readonly Block[];

  constructor(objects: Iterable<ObjectJson>) {
    const blocks: Block[] = [];
    let texts: string[] = [];
    let count = 0;
    for (const { apiVersion: _apiVersion, kind: _kind, ...item } of objects) {
      texts.push(JSON.stringify(item));
      count += 1;
      if (texts.length < objectsPerBlock) continue;
      blocks.push(packBlock(texts));
      texts = [];
    }
    if (texts.length > 0) blocks.push(packBlock(texts));
    this.#blocks = blocks;
    this.count = count;
  }

  /** The objects from one place to another, in pieces that follow each other; no byte is copied. */
  slice(from: number, to: number): readonly Buffer[] {
    const pieces: Buffer[] = [];
    for (let at = from; at < to;) {
      const block = this.#blocks[Math.floor(at / objectsPerBlock)]!;
      const first = at % objectsPerBlock;
      const end = Math.min(block.ends.length, first + to - at);
      if (pieces.length > 0) pieces.push(comma);
      pieces.push(block.bytes.subarray(first === 0 ? 0 : block.ends[first - 1]! + 1, block.ends[end - 1]));
      at += end - first;
    }
    return pieces;
  }

  /** One object, read back. */
  read(index: number): ObjectJson {
    return JSON.parse(Buffer.concat(this.slice(index, index + 1)).toString('utf8')) as ObjectJson;
  }
}
