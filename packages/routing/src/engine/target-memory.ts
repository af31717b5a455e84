import type { ObjectReader } from '@fairlead/kube-objects';
import { resolveBackendTarget, type BackendRules, type BackendTarget } from './backend-target.ts';
import type { Route } from './route.ts';

type BackendOfIngress = Pick<Route, 'ingress' | 'backend'>;
type Targets = WeakMap<Route['backend'], BackendTarget>;

/** Where backends lead, looked up once each when first asked for. */
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
      targets = new WeakMap();
      this.#byNamespace.set(namespace, targets);
    }
    const known = targets.get(backend);
    if (known !== undefined) return known;
    const target = resolveBackendTarget(this.#reader, { namespace, backend }, this.#rules);
    targets.set(backend, target);
    return target;
  };

  /** The same for a reader in which nothing but these namespaces has other Services, slices and Pods. */
  movedTo(reader: ObjectReader, changedNamespaces: ReadonlySet<string>): TargetMemory {
    const kept = [...this.#byNamespace].filter(([namespace]) => !changedNamespaces.has(namespace));
    return new TargetMemory(reader, this.#rules, new Map(kept));
  }
}
