import { ownField, type JsonValue } from '@fairlead/manifests';
import { isProfileName, traceRequest } from '@fairlead/routing';
import type { z } from 'zod';
import type { CertificateReader } from '../input/certificate-reader.ts';
import { parseJson } from '../input/parse-json.ts';
import { toTraceFields } from '../trace/trace-fields.ts';
import type { batchErrorCodes } from './batch-answer-schema.ts';
import { batchProfileNames, batchRequestSchema } from './batch-request-schema.ts';
import type { InputLine } from './line-splitter.ts';
import { listLineObjects, withoutEmptyFields } from './read-batch-line.ts';
import { WorldMemory } from './world-memory.ts';

type BatchErrorCode = (typeof batchErrorCodes)[number];

/** An answer as it is printed. */
export interface BatchAnswer {
  readonly json: string;
  readonly isError: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const refuse = (id: string | null, code: BatchErrorCode, message: string): BatchAnswer => ({
  json: JSON.stringify({ id, error: { code, message } }),
  isError: true,
});

function idOf(line: JsonValue): string | null {
  const id = ownField(line, 'id');
  return typeof id === 'string' ? id : null;
}

/** `request.path: Invalid input: expected string`. */
function explainIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = (issue?.path ?? []).reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'It cannot be read.'}`;
}

function refuseProfile(line: JsonValue): BatchAnswer | undefined {
  const [id, profile] = [idOf(line), ownField(line, 'profile')];
  if (typeof profile !== 'string' || isProfileName(profile)) return undefined;
  return batchProfileNames.some((name) => name === profile)
    ? refuse(id, 'PROFILE_NOT_SUPPORTED', `The profile ${profile} comes with a later version.`)
    : refuse(
        id,
        'PROFILE_UNKNOWN',
        `There is no profile ${profile}. Known: ${batchProfileNames.join(', ')}.`,
      );
}

/** Answers lines of a batch one by one. Remembers certificates, which worlds share, and the last world. */
export class BatchTracer {
  readonly #worlds: WorldMemory;

  constructor(certificateReader: CertificateReader) {
    this.#worlds = new WorldMemory(certificateReader);
  }

  /** `undefined` for a blank line. */
  answer(line: InputLine): BatchAnswer | undefined {
    if (line === undefined) return refuse(null, 'LINE_TOO_LONG', 'The line is too long to be read.');
    let parsed: JsonValue;
    try {
      const text = utf8.decode(line);
      if (text.trim() === '') return undefined;
      parsed = parseJson(text);
    } catch (error) {
      if (error instanceof SyntaxError) return refuse(null, 'LINE_NOT_JSON', 'The line is no JSON.');
      if (error instanceof TypeError) return refuse(null, 'LINE_NOT_JSON', 'The line is not UTF-8 text.');
      throw error;
    }
    try {
      return this.#answerParsed(parsed);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      // One line that meets a mistake of ours must not cost the others their answers.
      return refuse(idOf(parsed), 'INTERNAL_ERROR', error.message);
    }
  }

  #answerParsed(given: JsonValue): BatchAnswer {
    const line = withoutEmptyFields(given);
    const refusal = refuseProfile(line);
    if (refusal !== undefined) return refusal;
    const reading = batchRequestSchema.safeParse(line);
    if (!reading.success) return refuse(idOf(line), 'LINE_INVALID', explainIssue(reading.error));
    const { profile, controllerOptions: options = {}, request } = reading.data;
    if (!isProfileName(profile)) throw new Error(`The profile ${profile} was not refused`);
    const index = this.#worlds.indexOf(listLineObjects(line), { profile, options });
    const fields = toTraceFields(traceRequest(index, request));
    return { json: JSON.stringify({ id: reading.data.id, ...fields }), isError: false };
  }
}
