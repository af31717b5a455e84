import type { ViewerSocket } from '../api/updates/viewer.ts';

/** A tab's socket that shows what it was sent; `bufferedAmount` is the test's to set. */
export class FakeViewerSocket implements ViewerSocket {
  bufferedAmount = 0;
  readonly frames: unknown[] = [];
  readonly sentData: Buffer[] = [];
  closedWith: number | undefined;
  pings = 0;

  send(data: Buffer): void {
    this.sentData.push(data);
    this.frames.push(JSON.parse(data.toString()));
  }

  ping(): void {
    this.pings += 1;
  }

  close(code: number): void {
    this.closedWith = code;
  }
}
