import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import type { SnapshotHead, SnapshotTail } from '@fairlead/api-contract';
import type { StoredObject } from '../../cluster/context-reader.ts';
import type { ContentEncoding } from '../../plugins/accepted-encoding.ts';
import { SharedBody } from './shared-body.ts';

/** Pieces this large are flushed: a tab reads the first lines while the last are being packed. */
const pieceLength = 512 * 1024;

/** Higher packs little better and takes several times as long (docs/decisions). */
const brotliQuality = 4;

/** The lines of a snapshot in pieces: the head alone first, then about half a megabyte each. */
function* printPieces(head: SnapshotHead, objects: readonly StoredObject[]): Generator<string> {
  yield `${JSON.stringify(head)}\n`;
  let piece: string[] = [];
  let length = 0;
  for (const { json } of objects) {
    piece.push(json);
    length += json.length + 1;
    if (length < pieceLength) continue;
    yield `${piece.join('\n')}\n`;
    piece = [];
    length = 0;
  }
  const tail: SnapshotTail = { type: 'end', objects: objects.length };
  yield `${[...piece, JSON.stringify(tail)].join('\n')}\n`;
}

function openPacker(encoding: Exclude<ContentEncoding, 'identity'>) {
  if (encoding === 'gzip') return { stream: createGzip({ level: 5 }), flushKind: constants.Z_SYNC_FLUSH };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  };
  return { stream: createBrotliCompress({ params }), flushKind: constants.BROTLI_OPERATION_FLUSH };
}

/** Starts packing at once, off the main thread where it costs, and answers while it goes on. */
export function packSnapshot(
  head: SnapshotHead,
  objects: readonly StoredObject[],
  encoding: ContentEncoding,
): SharedBody {
  const body = new SharedBody();
  const pieces = printPieces(head, objects);
  if (encoding === 'identity') {
    for (const piece of pieces) body.append(Buffer.from(piece));
    body.complete();
    return body;
  }
  const { stream, flushKind } = openPacker(encoding);
  stream.on('data', (chunk: Buffer) => body.append(chunk));
  stream.on('end', () => body.complete());
  stream.on('error', (error) => body.fail(error));
  const writeNext = (): void => {
    const piece = pieces.next();
    if (piece.done === true) stream.end();
    else stream.write(piece.value, () => stream.flush(flushKind, writeNext));
  };
  writeNext();
  return body;
}
