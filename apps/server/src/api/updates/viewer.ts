import { resyncCloseCode } from '@fairlead/api-contract';
import { buildFrame } from './build-frame.ts';

/** What a viewer needs of its WebSocket. */
export interface ViewerSocket {
  /** Bytes handed over and not yet taken by the network. */
  readonly bufferedAmount: number;
  send(data: Buffer): void;
  /** Asks for a sign of life; a socket that gives none for long is given up. */
  ping(): void;
  close(code: number, reason: string): void;
}

/** More than this unsent, and a tab is too slow to be told everything. */
export const slowLimitBytes = 1024 * 1024;

/**
 * One tab. While it does not keep up nothing more is queued for it; as soon as it has taken what was queued it is told
 * to start from a new snapshot, which costs the same however much it missed.
 */
export class Viewer {
  readonly #socket: ViewerSocket;
  #state: 'flowing' | 'stalled' | 'closed' = 'flowing';

  constructor(socket: ViewerSocket) {
    this.#socket = socket;
  }

  get isStalled(): boolean {
    return this.#state === 'stalled';
  }

  /** Sends, or leaves it out where the tab is too slow. */
  offer(data: Buffer): void {
    if (this.#state === 'flowing' && this.#socket.bufferedAmount > slowLimitBytes) this.#state = 'stalled';
    if (this.#state === 'flowing') this.#socket.send(data);
    else if (this.#state === 'stalled' && this.#socket.bufferedAmount === 0) this.resync('too-slow');
  }

  beat(heartbeat: Buffer): void {
    this.#socket.ping();
    this.offer(heartbeat);
  }

  /** The last thing a tab hears on this socket. */
  resync(reason: 'unknown-epoch' | 'unknown-revision' | 'too-slow'): void {
    this.#state = 'closed';
    this.#socket.send(buildFrame({ type: 'resync', reason }));
    this.#socket.close(resyncCloseCode, 'resync');
  }

  close(code: number, reason: string): void {
    this.#state = 'closed';
    this.#socket.close(code, reason);
  }
}
