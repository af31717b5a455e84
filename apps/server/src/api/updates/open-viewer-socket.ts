import type { WebSocket } from 'ws';
import type { ViewerSocket } from './viewer.ts';

/** A tab that answers no ping for this many heartbeats is gone, even when TCP has not noticed. */
const maxUnansweredPings = 4;
const policyViolation = 1008;

/** Joins a WebSocket to its viewer; `connect` returns what to do when the socket is gone. */
export function openViewerSocket(webSocket: WebSocket, connect: (socket: ViewerSocket) => () => void): void {
  let unansweredPings = 0;
  webSocket.on('pong', () => {
    unansweredPings = 0;
  });
  // ws reports a protocol error and then closes by itself; what the viewer needs is the close.
  webSocket.on('error', () => webSocket.terminate());
  webSocket.on('message', () => webSocket.close(policyViolation, 'tabs do not send anything here'));
  const disconnect = connect({
    get bufferedAmount() {
      return webSocket.bufferedAmount;
    },
    send(data) {
      if (webSocket.readyState === webSocket.OPEN) webSocket.send(data, { binary: false });
    },
    ping() {
      unansweredPings += 1;
      if (unansweredPings > maxUnansweredPings) webSocket.terminate();
      else webSocket.ping();
    },
    close: (code, reason) => webSocket.close(code, reason),
  });
  webSocket.on('close', disconnect);
}
