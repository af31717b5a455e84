import type { ClusterFacts, ExecPluginFacts } from './kube-config-facts.ts';
import { runExecPlugin, type ExecSurroundings } from './exec-plugin.ts';
import type { ExecCredential } from './parse-exec-credential.ts';

/** A credential is renewed a little before it expires: a request takes its time. */
const renewBeforeMs = 10_000;
/** A refusal so soon after a run is about the answer before: one run serves all that were refused together. */
const trustMs = 5_000;
/** After a failed run all who ask are told the same for a while. */
const failureMs = 5_000;

/** The credentials of one plugin, run once for all who need them at the same time. */
export class ExecCredentials {
  readonly #plugin: ExecPluginFacts;
  readonly #cluster: ClusterFacts;
  readonly #surroundings: ExecSurroundings & { readonly now: () => number };
  #run: Promise<ExecCredential> | undefined;
  #known: ExecCredential | undefined;
  #knownSinceMs = 0;

  /** `now` is the wall clock: plugins name their expiry by it. */
  constructor(
    plugin: ExecPluginFacts,
    cluster: ClusterFacts,
    surroundings: ExecSurroundings & { readonly now: () => number },
  ) {
    this.#plugin = plugin;
    this.#cluster = cluster;
    this.#surroundings = surroundings;
  }

  async read(): Promise<ExecCredential> {
    const nowMs = this.#surroundings.now();
    if (this.#known !== undefined && nowMs < (this.#known.expiresAtMs ?? Infinity) - renewBeforeMs)
      return this.#known;
    this.#run ??= this.#start();
    return this.#run;
  }

  /** The API server refused what was read. */
  forget(): void {
    if (this.#surroundings.now() - this.#knownSinceMs >= trustMs) this.#known = undefined;
  }

  async #start(): Promise<ExecCredential> {
    let isOver = false;
    const run = runExecPlugin(this.#plugin, this.#cluster, this.#surroundings);
    try {
      this.#known = await run;
      this.#knownSinceMs = this.#surroundings.now();
      isOver = true;
      return this.#known;
    } finally {
      if (isOver) this.#run = undefined;
      else setTimeout(() => (this.#run = undefined), failureMs).unref();
    }
  }
}
