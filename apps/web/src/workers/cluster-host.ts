import type { WorkerMessages } from '../messages/en-worker.ts';
import { ClusterUpdates, type ClusterEndpoint, type ClusterSink } from '../server-state/cluster-updates.ts';
import { describeConnection, type LinkState } from '../server-state/link-state.ts';
import { answer } from './answer.ts';
import { isSameAnswer } from './is-same-answer.ts';
import { LiveModel } from './live-model.ts';
import { PendingChanges } from './pending-changes.ts';
import type { ConnectionState, Question } from './questions.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

interface Standing {
  readonly question: Question;
  /** `undefined`: not answered yet; boxed because `undefined` is an answer. */
  last: { readonly value: unknown } | undefined;
}

/** About one animation frame: more often nobody could see. */
const frameMs = 16;
/** While thousands of objects stream in, working them in is worth more than showing each step. */
const loadingFrameMs = 120;
/** A timer further away than this overflows. */
const longestTimerMs = 2 ** 31 - 1;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The worker's inside: takes the cluster's news in, and answers standing questions whenever their answer changed. */
export class ClusterHost {
  readonly #post: (message: FromWorker) => void;
  readonly #model: LiveModel;
  readonly #pending = new PendingChanges();
  readonly #standing = new Map<number, Standing>();
  #updates: ClusterUpdates | undefined;
  #link: LinkState | undefined;
  #connection: ConnectionState | undefined;
  #isPaused = false;
  #frame: ReturnType<typeof setTimeout> | undefined;
  #lookAgain: ReturnType<typeof setTimeout> | undefined;

  constructor(messages: WorkerMessages, post: (message: FromWorker) => void) {
    this.#model = new LiveModel(messages, Date.now());
    this.#post = post;
  }

  hear(message: ToWorker): void {
    switch (message.type) {
      case 'connect':
        this.#connect(message);
        break;
      case 'ask':
        this.#standing.set(message.id, { question: message.question, last: undefined });
        this.#schedule();
        break;
      case 'drop':
        this.#standing.delete(message.id);
        break;
      case 'pause':
        this.#isPaused = message.isPaused;
        this.#schedule();
        break;
      case 'reconnect':
        this.#updates?.reconnect(message.token);
        break;
    }
  }

  #connect(endpoint: ClusterEndpoint): void {
    this.#updates?.close();
    this.#updates = new ClusterUpdates(endpoint, this.#buildSink());
    this.#updates.run().catch((error: unknown) => {
      const failure = { code: 'INTERNAL', title: messageOf(error) };
      this.#post({ type: 'connection', state: { kind: 'failed', sinceMs: Date.now(), error: failure } });
    });
  }

  #buildSink(): ClusterSink {
    return {
      onHead: ({ clusterId, access }) => {
        this.#model.clusterId = clusterId;
        this.#model.setAccess(access, Date.now());
        this.#schedule();
      },
      onObjects: (objects) => {
        this.#pending.add(objects.map((object) => ({ op: 'put', object })));
        this.#schedule();
      },
      onReplaced: (objects) => {
        // What waits is older than the snapshot.
        this.#pending.take();
        this.#model.replace(objects, Date.now());
        this.#schedule();
      },
      onChanges: (changes) => {
        this.#pending.add(changes);
        this.#schedule();
      },
      onAccess: (access) => {
        this.#model.setAccess(access, Date.now());
        this.#schedule();
      },
      onLink: (state) => {
        this.#link = state;
        this.#schedule();
      },
    };
  }

  #schedule(): void {
    const isLoading = this.#link?.progress?.isComplete === false;
    if (this.#frame !== undefined) return;
    this.#frame = setTimeout(() => this.#work(), isLoading ? loadingFrameMs : frameMs);
  }

  #work(): void {
    this.#frame = undefined;
    if (!this.#isPaused && this.#pending.size > 0) this.#model.apply(this.#pending.take(), Date.now());
    this.#postConnection();
    for (const [id, standing] of this.#standing) this.#answer(id, standing);
    this.#planLookingAgain();
  }

  #answer(id: number, standing: Standing): void {
    // Before the first news there is nothing to say: an empty answer would look like an empty cluster.
    if (this.#model.clusterId === '') return;
    try {
      const value = answer(this.#model, standing.question);
      if (standing.last !== undefined && isSameAnswer(standing.last.value, value)) return;
      standing.last = { value };
      this.#post({ type: 'answer', id, value });
    } catch (error) {
      standing.last = undefined;
      this.#post({ type: 'failed', id, message: messageOf(error) });
    }
  }

  #postConnection(): void {
    if (this.#link === undefined) return;
    const pause = { isPaused: this.#isPaused, waitingUpdates: this.#isPaused ? this.#pending.size : 0 };
    const state = describeConnection(this.#link, pause);
    if (isSameAnswer(state, this.#connection)) return;
    this.#connection = state;
    this.#post({ type: 'connection', state });
  }

  /** Some findings hold only after a while: then they are looked at again although nothing changed. */
  #planLookingAgain(): void {
    clearTimeout(this.#lookAgain);
    const { lookAgainAtMs } = this.#model.diagnosis;
    if (lookAgainAtMs === undefined) return;
    const waitMs = Math.min(longestTimerMs, Math.max(1_000, lookAgainAtMs - Date.now()));
    this.#lookAgain = setTimeout(() => {
      this.#model.apply([], Date.now());
      this.#schedule();
    }, waitMs);
  }
}
