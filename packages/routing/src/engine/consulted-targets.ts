import type { Ingress } from '@fairlead/kube-objects';
import type { BackendTarget } from './backend-target.ts';
import type { Route } from './route.ts';

type BackendOfIngress = Pick<Route, 'ingress' | 'backend'>;

interface Consulted extends BackendOfIngress {
  readonly text: string;
}

/** All of a target that may decide whether a route is built. */
const textOf = (target: BackendTarget): string =>
  target.kind === 'failed' ? `${target.stage} ${target.reason} ${target.hasServing}` : target.kind;

/** Backends whose targets decided about a table while it was built, by namespace. */
export class ConsultedTargets {
  readonly #byNamespace: Map<string, Map<Route['backend'], Consulted>>;
  /** Namespaces whose map belongs to no other record. */
  readonly #own = new Set<string>();

  constructor(known: ReadonlyMap<string, Map<Route['backend'], Consulted>> = new Map()) {
    this.#byNamespace = new Map(known);
  }

  #mapOf(namespace: string): Map<Route['backend'], Consulted> {
    const known = this.#byNamespace.get(namespace);
    if (known !== undefined && this.#own.has(namespace)) return known;
    const own = new Map(known);
    this.#own.add(namespace);
    this.#byNamespace.set(namespace, own);
    return own;
  }

  /** A `targetOf` that notes what it is asked. */
  watch(targetOf: (route: BackendOfIngress) => BackendTarget): (route: BackendOfIngress) => BackendTarget {
    return (route) => {
      const target = targetOf(route);
      const { ingress, backend } = route;
      this.#mapOf(ingress.metadata.namespace ?? '').set(backend, { ingress, backend, text: textOf(target) });
      return target;
    };
  }

  /** Drops what was noted of an Ingress that is not there any more, or not like this. */
  forget({ metadata, spec }: Ingress): void {
    const consulted = this.#mapOf(metadata.namespace ?? '');
    const paths = (spec.rules ?? []).flatMap(({ http }) => http?.paths ?? []);
    for (const { backend } of paths) consulted.delete(backend);
    if (spec.defaultBackend !== undefined) consulted.delete(spec.defaultBackend);
  }

  /** A record that begins with what is in this one. */
  copy(): ConsultedTargets {
    return new ConsultedTargets(this.#byNamespace);
  }

  /** The Ingresses of some namespaces about whose routes something else would be decided now. */
  listAffected(
    namespaces: ReadonlySet<string>,
    targetOf: (route: BackendOfIngress) => BackendTarget,
  ): readonly Ingress[] {
    return [...namespaces].flatMap((namespace) =>
      [...(this.#byNamespace.get(namespace)?.values() ?? [])].flatMap((each) =>
        textOf(targetOf(each)) === each.text ? [] : [each.ingress],
      ),
    );
  }
}
