import type { Dispatcher } from 'undici';
import type { ByteSink } from './cluster-client.ts';
import { brokenAnswer } from './trim-object/json-bytes.ts';

export interface ExchangeRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string | string[]>;
  readonly body?: string;
}

/** An answer that is no success, with the beginning of its body. */
export interface Refusal {
  readonly statusCode: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

const maxRefusalBytes = 256 * 1024;

const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** One request and its answer: bytes of a success go to `sink`, anything else is collected. Redirects are not followed. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #sink: ByteSink;
  readonly #signal: AbortSignal;
  readonly #resolve: (refusal: Refusal | undefined) => void;
  readonly #reject: (error: unknown) => void;
  #refusal: { statusCode: number; retryAfter: string | undefined; parts: Buffer[]; size: number } | undefined;
  #abort: (() => void) | undefined;

  constructor(
    { sink, signal }: { sink: ByteSink; signal: AbortSignal },
    resolve: (refusal: Refusal | undefined) => void,
    reject: (error: unknown) => void,
  ) {
    this.#sink = sink;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#stopListening();
    this.#abort = () => controller.abort(abortError(this.#signal));
    if (this.#signal.aborted) this.#abort();
    else this.#signal.addEventListener('abort', this.#abort);
  }

  onRequestUpgrade(controller: Dispatcher.DispatchController): void {
    controller.abort(new Error('the API server wanted another protocol'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    statusCode: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (statusCode < 200) return;
    if (statusCode >= 300) {
      this.#refusal = { statusCode, retryAfter: headerText(headers['retry-after']), parts: [], size: 0 };
      return;
    }
    this.#guard(controller, () => {
      const contentType = headerText(headers['content-type']) ?? '';
      if (!contentType.startsWith('application/json'))
        throw brokenAnswer(`it is ${contentType === '' ? 'of no type' : contentType}, not JSON`);
      this.#sink.onOpen?.();
    });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const refusal = this.#refusal;
    if (refusal === undefined) return this.#guard(controller, () => this.#sink.onBytes(chunk));
    refusal.size += chunk.length;
    if (refusal.size <= maxRefusalBytes) refusal.parts.push(chunk);
    else controller.abort(brokenAnswer('the refusal is too long'));
  }

  onResponseEnd(): void {
    this.#stopListening();
    if (this.#refusal === undefined) return this.#resolve(undefined);
    const { statusCode, retryAfter, parts } = this.#refusal;
    this.#resolve({ statusCode, retryAfter, body: Buffer.concat(parts).toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#stopListening();
    this.#reject(this.#signal.aborted ? this.#signal.reason : error);
  }

  /** What the reader of the bytes throws ends the request and becomes its error. */
  #guard(controller: Dispatcher.DispatchController, run: () => void): void {
    try {
      run();
    } catch (error) {
      controller.abort(
        error instanceof Error ? error : new Error('reading an answer failed', { cause: error }),
      );
    }
  }

  #stopListening(): void {
    if (this.#abort !== undefined) this.#signal.removeEventListener('abort', this.#abort);
    this.#abort = undefined;
  }
}

const abortError = (signal: AbortSignal): Error =>
  signal.reason instanceof Error ? signal.reason : new Error('called off', { cause: signal.reason });

/** Resolves when the body is over: `undefined` for a success. Rejects with what undici or the sink threw. */
export function runExchange(
  dispatcher: Dispatcher,
  request: ExchangeRequest,
  target: { sink: ByteSink; signal: AbortSignal },
): Promise<Refusal | undefined> {
  return new Promise((resolve, reject) => {
    if (target.signal.aborted) return reject(target.signal.reason);
    dispatcher.dispatch(
      { ...request, body: request.body ?? null },
      new ExchangeHandler(target, resolve, reject),
    );
  });
}
