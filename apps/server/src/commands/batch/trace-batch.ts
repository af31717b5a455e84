import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { exitStatus, type CommandStreams } from '../command-line.ts';
import { CertificateReader } from '../input/certificate-reader.ts';
import { toReadProblem } from '../input/read-text-files.ts';
import { BatchTracer } from './batch-tracer.ts';
import { LineSplitter, type InputLine } from './line-splitter.ts';

/** A world of a whole large cluster. */
const lineLimitBytes = 256_000_000;
const chunkBytes = 1_000_000;

function openInput(file: string, workingFolder: string, streams: CommandStreams): AsyncIterable<Uint8Array> {
  if (file === '-') return streams.input();
  return createReadStream(resolve(workingFolder, file), { highWaterMark: chunkBytes });
}

/** `fairlead trace --batch`: answers line by line, in their order, while they arrive. */
export async function traceBatch(
  { file, workingFolder }: { readonly file: string; readonly workingFolder: string },
  streams: CommandStreams,
): Promise<number> {
  const tracer = new BatchTracer(new CertificateReader());
  const splitter = new LineSplitter(lineLimitBytes);
  let hasErrors = false;
  const answer = async (lines: readonly InputLine[]): Promise<void> => {
    const answers = lines.flatMap((line) => tracer.answer(line) ?? []);
    hasErrors ||= answers.some(({ isError }) => isError);
    if (answers.length > 0) await streams.print(answers.map(({ json }) => `${json}\n`).join(''));
  };
  try {
    for await (const chunk of openInput(file, workingFolder, streams)) await answer(splitter.take(chunk));
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    throw toReadProblem(file, error);
  }
  await answer(splitter.end());
  return hasErrors ? exitStatus.unusable : exitStatus.good;
}
