import { textAt, type JsonObject } from '../json/json-value.ts';
import type { ControllerClient } from './controller-client.ts';

/** What happened to an object, as `kubectl describe` shows it. */
export interface Happening {
  readonly about: JsonObject;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly component: string;
}

export type RecordEvent = (happening: Happening) => void;

/** The API server forgets Events after an hour. */
const lifeMs = 3_600_000;

export function createEventRecorder(client: ControllerClient): RecordEvent {
  const recorded: { readonly event: JsonObject; readonly atMs: number }[] = [];

  const forgetOld = (nowMs: number): void => {
    while (recorded[0] !== undefined && recorded[0].atMs < nowMs - lifeMs) {
      const oldest = recorded.shift();
      if (oldest !== undefined) client.remove('Event', oldest.event);
    }
  };

  return ({ about, type, reason, message, component }) => {
    const { clock, random } = client.context;
    forgetOld(clock.now());
    const namespace = textAt(about, 'metadata', 'namespace') || 'default';
    const name = textAt(about, 'metadata', 'name');
    const event = client.create('Event', {
      metadata: { name: `${name.slice(0, 230)}.${random.suffix(16)}`, namespace },
      involvedObject: {
        kind: textAt(about, 'kind'),
        namespace: textAt(about, 'metadata', 'namespace'),
        name,
        uid: textAt(about, 'metadata', 'uid'),
        apiVersion: textAt(about, 'apiVersion'),
        resourceVersion: textAt(about, 'metadata', 'resourceVersion'),
      },
      reason,
      message,
      source: { component },
      firstTimestamp: client.now,
      lastTimestamp: client.now,
      count: 1,
      type,
      eventTime: null,
      reportingComponent: component,
      reportingInstance: '',
    });
    if (event !== undefined) recorded.push({ event, atMs: clock.now() });
  };
}
