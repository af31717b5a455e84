import {
  labelValue,
  serviceNameLabel,
  type Ingress,
  type ObjectReader,
  type Service,
} from '@fairlead/kube-objects';
import {
  findIngressControllers,
  ingressClassNameOf,
  listIngressPaths,
  listRuleUrls,
  listServiceAddresses,
} from '@fairlead/routing';
import type { PictureModel } from './cluster-model.ts';
import type { CopyableAddress } from './copyable-address.ts';
import { findOtherTaker } from './find-taker.ts';
import type { ReachableUrl, ReachAnswer, ReachQuestion } from './reach-answers.ts';
import type { ReachController } from '../trace-view/reach-controller.ts';
import { listRulesTo } from './rules-by-service.ts';

const mostUrls = 60;
const mostLines = 12;
const mostDirect = 24;

/** A rule of an Ingress by which requests come in. */
interface Way {
  readonly ingress: Ingress;
  readonly host: string;
  readonly path: string;
}

function waysOfIngress(ingress: Ingress, [host, path]: readonly string[]): readonly Way[] {
  return listIngressPaths(ingress)
    .filter(
      (place) =>
        (host === undefined || place.host === host) &&
        (path === undefined || (place.path.path ?? '') === path),
    )
    .map((place) => ({ ingress, host: place.host, path: place.path.path ?? '' }));
}

function waysOfService(
  reader: ObjectReader,
  { metadata }: Service,
  portId: string | undefined,
): readonly Way[] {
  const { namespace = '', name } = metadata;
  return listRulesTo(reader, namespace, name).flatMap(
    ({ ingress: ref, host, path, isDefaultBackend, backend }) => {
      const ingress = reader.find('Ingress', ref.namespace, ref.name);
      const { name: portName, number } = backend.service?.port ?? {};
      const wanted = portName || String(number ?? '');
      const isOtherPort = portId !== undefined && wanted !== portId && !portId.startsWith(`${wanted}/`);
      return ingress === undefined || isDefaultBackend || isOtherPort ? [] : [{ ingress, host, path }];
    },
  );
}

/** The Services that lead to what is asked about. */
function listServices(reader: ObjectReader, { ref }: ReachQuestion): readonly Service[] {
  const { kind, namespace, name } = ref;
  if (kind === 'Service')
    return [reader.find('Service', namespace, name)].filter((found) => found !== undefined);
  if (kind === 'Pod') {
    const pod = reader.find('Pod', namespace, name);
    return pod === undefined ? [] : reader.listServicesSelecting(namespace ?? '', pod.metadata.labels);
  }
  if (kind !== 'EndpointSlice') return [];
  const service = labelValue(
    reader.find('EndpointSlice', namespace, name)?.metadata.labels,
    serviceNameLabel,
  );
  return [reader.find('Service', namespace, service ?? '')].filter((found) => found !== undefined);
}

function listWays(reader: ObjectReader, question: ReachQuestion): readonly Way[] {
  const { ref, row } = question;
  if (ref.kind === 'Ingress') {
    const ingress = reader.find('Ingress', ref.namespace, ref.name);
    return ingress === undefined ? [] : waysOfIngress(ingress, row);
  }
  const portId = ref.kind === 'Service' ? row[0] : undefined;
  return listServices(reader, question).flatMap((service) => waysOfService(reader, service, portId));
}

function toReachableUrl(
  model: PictureModel,
  { ingress, host, path }: Way,
  services: readonly string[],
): readonly ReachableUrl[] {
  const urls = listRuleUrls(model.store, ingress, { host, path: path === '' ? '/' : path });
  const [best] = urls;
  if (best === undefined) return [];
  const { namespace = '', name } = ingress.metadata;
  return [
    {
      url: best.url,
      ingress: `${namespace}/${name}`,
      hasPlaceholder: best.hasPlaceholder,
      takenBy: findOtherTaker(model, { ingress, url: best.url, services }),
      lines: urls.slice(0, mostLines).map(({ address, curl }) => ({ address, curl })),
    },
  ];
}

function listControllers(
  reader: ObjectReader,
  classNames: ReadonlySet<string>,
): Pick<ReachAnswer, 'controllers' | 'classesWithoutController'> {
  const serving = findIngressControllers(reader).filter((controller) =>
    controller.classNames.some((name) => classNames.has(name)),
  );
  const served = new Set(serving.flatMap((controller) => controller.classNames));
  return {
    controllers: serving.map(({ name, way, addresses, nodeNames }): ReachController => ({
      name,
      way,
      addresses: [
        ...new Set(addresses.filter(({ kind }) => kind !== 'cluster-ip').map(({ host }) => host)),
      ].slice(0, 6),
      nodes: nodeNames.length,
    })),
    classesWithoutController: [...classNames].filter((name) => !served.has(name)),
  };
}

const listDirect = (
  { store: reader, messages: { answers } }: PictureModel,
  services: readonly Service[],
): readonly CopyableAddress[] =>
  services
    .flatMap((service) => listServiceAddresses(reader, service))
    .filter(({ reach }) => reach === 'outside')
    .slice(0, mostDirect)
    .map(({ kind, text, nodeName }) => ({
      label:
        nodeName === undefined
          ? answers.addressKind(kind)
          : answers.onNode(answers.addressKind(kind), nodeName),
      text,
    }));

/** By which URLs and addresses an Ingress, a rule, a Service or a Pod can be reached from outside the cluster. */
export function answerReach(model: PictureModel, question: ReachQuestion): ReachAnswer {
  const { store: reader } = model;
  const ways = listWays(reader, question);
  const services = listServices(reader, question).map(
    ({ metadata: { namespace = '', name } }) => `${namespace}/${name}`,
  );
  const urls = [
    ...new Map(
      ways
        .slice(0, mostUrls)
        .flatMap((way) => toReachableUrl(model, way, services))
        .map((each) => [each.url, each]),
    ).values(),
  ];
  const classNames = new Set(ways.map(({ ingress }) => ingressClassNameOf(ingress)?.name ?? ''));
  return {
    urls,
    urlCount: ways.length > mostUrls ? ways.length : urls.length,
    ...listControllers(reader, classNames),
    direct: listDirect(model, listServices(reader, question)),
  };
}
