import type { ObjectReader } from '@fairlead/kube-objects';
import {
  findControllerConfigMap,
  isProfileName,
  traceTables,
  withCertificates,
  type CertificateFacts,
  type ClusterTrace,
  type ControllerTable,
  type RoutingRequest,
  type Trace,
  type TracedController,
} from '@fairlead/routing';
import type { ControllerChoice } from '../trace-view/trace-view.ts';
import type {
  ControllerSettings,
  SettingsPlace,
  TracedCertificate,
  TracedFacts,
} from '../trace-view/traced-facts.ts';
import type { PictureModel } from './cluster-model.ts';

/** A request traced through the cluster, and who else could have been asked. */
export interface TracedRequest extends ClusterTrace {
  readonly controllers: readonly TracedController[];
  readonly isOverridden: boolean;
}

/** The same controller read by another profile: it keeps its classes. */
function withProfile(controller: TracedController, name: string): TracedController | undefined {
  if (!isProfileName(name)) return undefined;
  const { controllerClass, options } = controller;
  if (name === controller.profile) return controller;
  const classes =
    controllerClass === undefined
      ? {}
      : name === 'spec'
        ? { tracedController: controllerClass }
        : { controllerClass };
  const watch =
    options.watchIngressWithoutClass === undefined
      ? {}
      : { watchIngressWithoutClass: options.watchIngressWithoutClass };
  return { ...controller, profile: name, isKnown: true, options: { ...classes, ...watch } };
}

function withSettings(
  controller: TracedController,
  settings: readonly ControllerSettings[],
): TracedController {
  const own = settings.find((each) => each.controller === controller.id);
  return own === undefined
    ? controller
    : { ...controller, options: { ...controller.options, ...own.options } };
}

/** What the engine is told of Secrets; `undefined`: nothing, since one of them could not be read. */
function factsOf(
  certificates: readonly TracedCertificate[],
): ReadonlyMap<string, CertificateFacts> | undefined {
  if (certificates.some(({ state }) => state !== 'read' && state !== 'missing')) return undefined;
  return new Map(
    certificates.flatMap(({ state, secret, names, commonName, problem }) =>
      state === 'read' ? [[secret, { names, commonName, isUsable: problem === undefined }] as const] : [],
    ),
  );
}

/** What was read of the certificate that a trace is about: the one shown, or the one that would have been. */
export function findTracedCertificate(
  { tls }: Pick<Trace, 'tls'>,
  certificates: readonly TracedCertificate[] = [],
): TracedCertificate | undefined {
  const shown = certificates.find(({ secret }) => secret === tls?.secret);
  if (shown !== undefined || tls?.reason !== 'TLS_SECRET_NOT_FOUND') return shown;
  return certificates.find(({ state, problem }) => state === 'missing' || problem !== undefined);
}

/** The controllers of a world with what was read of their ConfigMaps: whoever asks for tables goes by these. */
export const listConfiguredControllers = (
  tables: Pick<PictureModel['tables'], 'listControllers'>,
  settings: readonly ControllerSettings[] = [],
): readonly TracedController[] => tables.listControllers().map((each) => withSettings(each, settings));

export interface WhatToTrace extends TracedFacts {
  readonly request: RoutingRequest;
  /** The id of a controller, or `=` and the name of a profile. */
  readonly via: string | undefined;
}

/** Traces by the rules of the one that `via` names; by default, and where it names nobody, of who claims the host best. */
export function traceThrough(
  { tables }: Pick<PictureModel, 'tables'>,
  { request, via, settings, certificates: read }: WhatToTrace,
): TracedRequest {
  const certificates = read && factsOf(read);
  const toTable = (controller: TracedController): ControllerTable => {
    const index = tables.tableOf(controller);
    return { controller, index: certificates === undefined ? index : withCertificates(index, certificates) };
  };
  const controllers = listConfiguredControllers(tables, settings);
  const chosen = controllers.find(({ id }) => id === via);
  if (chosen !== undefined)
    return { ...traceTables([toTable(chosen)], request), controllers, isOverridden: false };
  const best = traceTables(controllers.map(toTable), request);
  const other = via?.startsWith('=') === true ? withProfile(best.controller, via.slice(1)) : undefined;
  if (other === undefined) return { ...best, controllers, isOverridden: false };
  return { ...traceTables([toTable(other)], request), controllers, isOverridden: true };
}

/** The ConfigMaps that controllers of this cluster have settings in. */
export const listSettingsPlaces = (
  reader: ObjectReader,
  controllers: readonly TracedController[],
): readonly SettingsPlace[] =>
  controllers.flatMap((controller) => {
    const place = findControllerConfigMap(reader, controller);
    return place === undefined || controller.running === undefined
      ? []
      : [
          {
            controller: controller.id,
            workload: controller.running.workload,
            configMap: `${place.namespace}/${place.name}`,
          },
        ];
  });

export const toControllerChoice = ({
  id,
  profile,
  isKnown,
  classNames,
  ingressCount,
  running,
  controllerClass = '',
}: TracedController): ControllerChoice => ({
  id,
  profile,
  isKnown,
  name: running?.name ?? controllerClass,
  classNames,
  ingressCount,
  isRunning: running !== undefined,
});
