import type { Ingress } from '@fairlead/kube-objects';
import { ingressClassNameOf, type RoutingRequest } from '@fairlead/routing';
import type { PictureModel } from './cluster-model.ts';
import { traceThrough } from './traced-cluster.ts';

/** The URL of a rule, and the Services, `namespace/name`, that it is hoped to lead to; none: the Ingress itself is meant. */
export interface AskedUrl {
  readonly ingress: Ingress;
  readonly url: string;
  readonly services: readonly string[];
}

function toRequest(url: string): RoutingRequest | undefined {
  const [, scheme, host = '', path = ''] = /^(https?):\/\/([^/]+)(\/.*)$/.exec(url) ?? [];
  return scheme === undefined
    ? undefined
    : { method: 'GET', scheme: scheme === 'https' ? 'https' : 'http', host, path };
}

/**
 * The Ingress that gets requests for the URL of another one's rule, `namespace/name`, by the rules of the controller that
 * serves this one; `undefined`: its own, or one that leads to the same Service, or nobody can tell.
 */
export function findOtherTaker(
  model: Pick<PictureModel, 'tables'>,
  { ingress, url, services }: AskedUrl,
): string | undefined {
  const request = toRequest(url);
  const className = ingressClassNameOf(ingress)?.name;
  const controller = model.tables
    .listControllers()
    .find(({ classNames }) => className !== undefined && classNames.includes(className));
  if (request === undefined || controller === undefined) return undefined;
  const { trace } = traceThrough(model, { request, via: controller.id });
  const { namespace = '', name } = ingress.metadata;
  const isByRule = trace.ingress !== null && trace.pathType !== null;
  const arrives = trace.service !== null && services.includes(trace.service);
  return isByRule && !arrives && trace.ingress !== `${namespace}/${name}` ? trace.ingress : undefined;
}
