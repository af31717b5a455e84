import type { Ingress } from '@fairlead/kube-objects';
import { ingressClassNameOf } from '@fairlead/routing';
import type { IngressFormQuestion } from '../../workers/ingress-form-facts.ts';

const listHosts = ({ spec }: Ingress): readonly string[] =>
  [...new Set((spec.rules ?? []).map(({ host = '' }) => host.toLowerCase()))].toSorted();

/** What is asked of the cluster about an Ingress while it is edited. */
export const buildFactsQuestion = (object: Ingress): IngressFormQuestion => ({
  kind: 'ingressFormFacts',
  namespace: object.metadata.namespace ?? '',
  name: object.metadata.name,
  className: ingressClassNameOf(object)?.name ?? '',
  hosts: listHosts(object),
});
