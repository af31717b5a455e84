import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.ts';

/** How long a one-time code may be exchanged for the token. */
export const codeLifetimeMs = 60_000;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The secret of one start of the server. The token is for the printed address and for every request; a one-time code is
 * for the browser Fairlead opens itself, because other users of the machine can read the arguments of that program.
 */
export class LaunchSession {
  readonly token: string;
  /** Tells two starts apart; no secret. */
  readonly startId: string;
  readonly #tokenDigest: Buffer;
  readonly #clock: Clock;
  /** Digest of a code, in hexadecimal, to the time it ends. */
  readonly #codes = new Map<string, number>();

  /** `token` is for `pnpm dev`, whose page is served by another program; otherwise each start makes its own. */
  constructor(clock: Clock, token = randomBytes(32).toString('base64url')) {
    this.#clock = clock;
    this.token = token;
    this.startId = randomBytes(9).toString('base64url');
    this.#tokenDigest = digest(this.token);
  }

  /** Takes the same time whatever is wrong with `text`. */
  isToken(text: string): boolean {
    return timingSafeEqual(digest(text), this.#tokenDigest);
  }

  issueCode(): string {
    const code = randomBytes(32).toString('base64url');
    this.#codes.set(digest(code).toString('hex'), this.#clock.now() + codeLifetimeMs);
    return code;
  }

  /** The token, once per code and in time; `undefined` otherwise. */
  redeemCode(code: string): string | undefined {
    const name = digest(code).toString('hex');
    const endsAtMs = this.#codes.get(name);
    this.#codes.delete(name);
    return endsAtMs !== undefined && this.#clock.now() < endsAtMs ? this.token : undefined;
  }
}
