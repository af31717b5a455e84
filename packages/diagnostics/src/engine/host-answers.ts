import type { Ingress } from '@fairlead/kube-objects';
import {
  listConfigurationBreakers,
  listHostConflicts,
  listIngressPaths,
  listNearHosts,
  type ConfigurationBreaker,
  type RouteConflict,
  type ServingController,
} from '@fairlead/routing';
import type { CheckContext } from '../check.ts';
import type { ReadLog } from './read-log.ts';
import { SharedAnswers } from './shared-answers.ts';

/** Annotations with which one Ingress changes the order, or the meaning, of the paths of its host. */
const decisiveAnnotation =
  /\/(use-regex|rewrite-target|path-type|path-regex|regex-prefix|router\.priority|router\.pathmatcher)$/;

const hasPatternSign = /[\\^$*+?()[\]{}|~]/;

/** Controllers whose plain paths are in each other's way only where two are the same but for a final slash. */
const orderedByLength: readonly string[] = [
  'ingress-nginx',
  'traefik',
  'haproxy-ingress',
  'contour',
  'istio',
  'kong',
];

/** Whether it is worth while to try the rules of a host; saying no is right wherever nothing can be in the way. */
function mayConflict(profile: string, host: string, near: readonly Ingress[]): boolean {
  const nearHosts = new Set(listNearHosts(host));
  const places = near.flatMap(listIngressPaths).filter((place) => nearHosts.has(place.host.toLowerCase()));
  if (places.length < 2) return false;
  if (!orderedByLength.includes(profile)) return true;
  if (!host.startsWith('*.') && places.some((place) => place.host.startsWith('*.'))) return true;
  const texts = places.map(({ path: { path = '' } }) => path);
  const bare = new Set(texts.map((text) => text.replace(/\/+$/, '').toLowerCase()));
  return (
    bare.size < texts.length ||
    texts.some((text) => hasPatternSign.test(text)) ||
    near.some(({ metadata }) =>
      Object.keys(metadata.annotations ?? {}).some((key) => decisiveAnnotation.test(key)),
    )
  );
}

/** What is asked of a host and a controller, worked out once in a run however many Ingresses have the host. */
export class HostAnswers {
  readonly #breakers = new SharedAnswers<readonly ConfigurationBreaker[]>();
  readonly #conflicts = new SharedAnswers<readonly RouteConflict[]>();
  readonly #contextFor: (log: ReadLog) => CheckContext;

  /** `contextFor`: how the cluster is read so that a log notes it. */
  constructor(contextFor: (log: ReadLog) => CheckContext) {
    this.#contextFor = contextFor;
  }

  listBreakers(controller: ServingController, host: string, log: ReadLog): readonly ConfigurationBreaker[] {
    return this.#breakers.ask(JSON.stringify([controller.id, host]), log, (own) =>
      listConfigurationBreakers(
        controller.profile,
        this.#contextFor(own).ingressesAt(controller, host),
        host,
      ),
    );
  }

  listConflicts(controller: ServingController, host: string, log: ReadLog): readonly RouteConflict[] {
    return this.#conflicts.ask(JSON.stringify([controller.id, host]), log, (own) => {
      const context = this.#contextFor(own);
      const near = listNearHosts(host).flatMap((each) => context.ingressesAt(controller, each));
      const ingresses = [...new Set(near)];
      return mayConflict(controller.profile, host, ingresses)
        ? listHostConflicts(context.reader, controller, { host, ingresses })
        : [];
    });
  }
}
