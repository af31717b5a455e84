import { refOf, type Ingress, type IngressBackend, type ObjectReader } from '@fairlead/kube-objects';
import {
  controllerFamilyOf,
  ingressClassNameOf,
  isDefaultIngressClass,
  listIngressPaths,
  samePathRuleOf,
} from '@fairlead/routing';
import type { ClusterModel } from './cluster-model.ts';
import type { ClassChoice, HostClaim, IngressFormFacts, IngressFormQuestion } from './ingress-form-facts.ts';
import { listServiceChoices } from './list-service-choices.ts';

const mostRivals = 200;

const listClasses = (reader: ObjectReader): readonly ClassChoice[] =>
  reader.list('IngressClass').map((ingressClass) => {
    const { controller = '' } = ingressClass.spec;
    return {
      name: ingressClass.metadata.name,
      controller,
      family: controllerFamilyOf(controller),
      isDefault: isDefaultIngressClass(ingressClass),
    };
  });

export function describeBackend({ service, resource }: IngressBackend): string {
  if (service !== undefined) return `${service.name}:${service.port?.name ?? service.port?.number ?? ''}`;
  return resource === undefined ? '' : `${resource.kind}/${resource.name}`;
}

interface ClaimOfHost {
  readonly host: string;
  readonly claim: HostClaim;
}

const claimsOf = (ingress: Ingress, hosts: ReadonlySet<string>): readonly ClaimOfHost[] =>
  listIngressPaths(ingress)
    .filter(({ host }) => hosts.has(host.toLowerCase()))
    .map(({ host, path }) => ({
      host: host.toLowerCase(),
      claim: {
        ingress: refOf(ingress),
        createdAt: ingress.metadata.creationTimestamp,
        path: path.path ?? '',
        pathType: path.pathType,
        className: ingressClassNameOf(ingress)?.name ?? '',
        backend: describeBackend(path.backend),
      },
    }));

function listClaims(
  reader: ObjectReader,
  question: IngressFormQuestion,
  classes: readonly ClassChoice[],
): IngressFormFacts['claims'] {
  const hosts = new Set(question.hosts);
  const controllerOf = (className: string): string =>
    classes.find(({ name }) => name === className)?.controller ?? `class ${className}`;
  const own = controllerOf(question.className);
  const isOther = ({ metadata }: Ingress): boolean =>
    metadata.namespace !== question.namespace || metadata.name !== question.name;
  const all = reader
    .list('Ingress')
    .filter(isOther)
    .flatMap((ingress) => claimsOf(ingress, hosts));
  return question.hosts.flatMap((host) => {
    const claims = all.filter((each) => each.host === host).map(({ claim }) => claim);
    if (claims.length === 0) return [];
    const rivals = claims.filter(({ className }) => controllerOf(className) === own);
    const others = new Map(
      claims
        .filter((claim) => !rivals.includes(claim))
        .map(({ ingress: { namespace = '', name }, className }) => [
          `${namespace}/${name}`,
          { namespace, name, className },
        ]),
    );
    return [{ host, rivals: rivals.slice(0, mostRivals), others: [...others.values()] }];
  });
}

/** What the form of an Ingress must know of the cluster while it is filled in. */
export function answerIngressForm(
  { store }: Pick<ClusterModel, 'store'>,
  question: IngressFormQuestion,
): IngressFormFacts {
  const { namespace, name, className } = question;
  const classes = listClasses(store);
  const family = classes.find((each) => each.name === className)?.family;
  const stored = store.find('Ingress', namespace, name);
  return {
    areServicesKnown: store.isKnown('Service', namespace),
    ...listServiceChoices(store, namespace),
    areClassesKnown: store.isKnown('IngressClass'),
    classes,
    family,
    samePathRule: samePathRuleOf(family),
    createdAt: stored?.metadata.creationTimestamp,
    areIngressesKnown: store.isKnown('Ingress'),
    namespaces: store.listNamespaces(),
    isNameTaken: stored !== undefined,
    claims: listClaims(store, question, classes),
  };
}
