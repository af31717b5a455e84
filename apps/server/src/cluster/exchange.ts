import type { Dispatcher } from 'undici';
import type { ByteSink } from './cluster-client.ts';
import { parseWarnings } from './parse-warnings.ts';
import { brokenAnswer } from './trim-object/json-bytes.ts';

export interface ExchangeRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Record<string, string | string[]>;
  readonly body?: string;
}

/** An answer that is no success, with the beginning of its body. */
export interface Refusal {
  readonly statusCode: number;
  readonly retryAfter: string | undefined;
  readonly warnings: readonly string[];
  readonly body: string;
}

/** Where an answer goes, and who is told what about it. */
export interface ExchangeTarget {
  readonly sink: ByteSink;
  readonly signal: AbortSignal;
  /** From here on the API server may have received the request. */
  readonly onSending?: () => void;
  /** The `Warning` headers of a success. */
  readonly onWarnings?: (warnings: readonly string[]) => void;
}

const maxRefusalBytes = 256 * 1024;

const headerText = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** One request and its answer: bytes of a success go to `sink`, anything else is collected. Redirects are not followed. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #target: ExchangeTarget;
  readonly #sink: ByteSink;
  readonly #signal: AbortSignal;
  readonly #resolve: (refusal: Refusal | undefined) => void;
  readonly #reject: (error: unknown) => void;
  #refusal: (Omit<Refusal, 'body'> & { readonly parts: Buffer[]; size: number }) | undefined;
  #abort: (() => void) | undefined;

  constructor(
    target: ExchangeTarget,
    resolve: (refusal: Refusal | undefined) => void,
    reject: (error: unknown) => void,
  ) {
    this.#target = target;
    this.#sink = target.sink;
    this.#signal = target.signal;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#stopListening();
    this.#abort = () => controller.abort(abortError(this.#signal));
    if (this.#signal.aborted) this.#abort();
    else this.#signal.addEventListener('abort', this.#abort);
    this.#target.onSending?.();
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
      const retryAfter = headerText(headers['retry-after']);
      this.#refusal = {
        statusCode,
        retryAfter,
        warnings: parseWarnings(headers['warning']),
        parts: [],
        size: 0,
      };
      return;
    }
    this.#guard(controller, () => {
      const contentType = headerText(headers['content-type']) ?? '';
      if (!contentType.startsWith('application/json'))
        throw brokenAnswer(`it is ${contentType === '' ? 'of no type' : contentType}, not JSON`);
      this.#target.onWarnings?.(parseWarnings(headers['warning']));
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
    const { parts, size: _size, ...head } = this.#refusal;
    this.#resolve({ ...head, body: Buffer.concat(parts).toString('utf8') });
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
  target: ExchangeTarget,
): Promise<Refusal | undefined> {
  return new Promise((resolve, reject) => {
    if (target.signal.aborted) return reject(target.signal.reason);
    dispatcher.dispatch(
      { ...request, body: request.body ?? null },
      new ExchangeHandler(target, resolve, reject),
    );
  });
}
