import type { ObjectReader } from '@fairlead/kube-objects';
import { resolveBackendTarget, type BackendRules, type BackendTarget } from './backend-target.ts';
import type { Route } from './route.ts';

type BackendOfIngress = Pick<Route, 'ingress' | 'backend'>;

/** Where the backends of a namespace's Ingresses lead. */
class Targets {
  readonly #byBackend = new WeakMap<Route['backend'], BackendTarget>();
  readonly #byPort = new Map<string, BackendTarget>();

  /** The target of a backend; one for all that name the same Service and port. */
  get(backend: Route['backend'], resolve: () => BackendTarget): BackendTarget {
    const known = this.#byBackend.get(backend);
    if (known !== undefined) return known;
    const { name, port } = backend.service ?? {};
    const key = JSON.stringify([name, port?.name, port?.number]);
    const target = this.#byPort.get(key) ?? resolve();
    this.#byPort.set(key, target);
    this.#byBackend.set(backend, target);
    return target;
  }
}

/** Where backends lead, looked up once for each Service port when first asked for. */
export class TargetMemory {
  readonly #reader: ObjectReader;
  readonly #rules: BackendRules;
  readonly #byNamespace: Map<string, Targets>;

  constructor(reader: ObjectReader, rules: BackendRules, known: ReadonlyMap<string, Targets> = new Map()) {
    this.#reader = reader;
    this.#rules = rules;
    this.#byNamespace = new Map(known);
  }

  readonly targetOf = ({ ingress, backend }: BackendOfIngress): BackendTarget => {
    const namespace = ingress.metadata.namespace ?? '';
    let targets = this.#byNamespace.get(namespace);
    if (targets === undefined) {
      targets = new Targets();
      this.#byNamespace.set(namespace, targets);
    }
    return targets.get(backend, () =>
      resolveBackendTarget(this.#reader, { namespace, backend }, this.#rules),
    );
  };

  /** The same for a reader in which nothing but these namespaces has other Services, slices and Pods. */
  movedTo(reader: ObjectReader, changedNamespaces: ReadonlySet<string>): TargetMemory {
    const kept = [...this.#byNamespace].filter(([namespace]) => !changedNamespaces.has(namespace));
    return new TargetMemory(reader, this.#rules, new Map(kept));
  }
}
