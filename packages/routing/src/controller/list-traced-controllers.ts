import {
  labelValue,
  type Ingress,
  type IngressClass,
  type ObjectReader,
  type ObjectRef,
  type Workload,
} from '@fairlead/kube-objects';
import { findProfile, profileNameOfController, profileNameOfFamily } from '../controllers/find-profile.ts';
import { gceClassNames } from '../controllers/gce.ts';
import type { ControllerOptions } from '../controllers/options.ts';
import { readControllerOptions } from '../controllers/read-controller-options.ts';
import type { ClassAnswer, ProfileName } from '../controllers/routing-profile.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { resolveBackendTarget } from '../engine/backend-target.ts';
import { listControllerArguments } from './controller-arguments.ts';
import { usualControllerOf } from './controller-profile.ts';
import { findIngressControllers } from './find-ingress-controllers.ts';
import type { IngressController } from './ingress-controller.ts';

/** One controller whose routing table can be asked. */
export interface TracedController {
  /** The key of the workload that runs it, else its `spec.controller`, with a class name behind it where that decides. */
  readonly id: string;
  readonly profile: ProfileName;
  /** False: a controller that is not known here, traced by the letter of the API. */
  readonly isKnown: boolean;
  readonly options: ControllerOptions;
  /** IngressClasses whose Ingresses it takes, sorted. */
  readonly classNames: readonly string[];
  /** The `spec.controller` of those classes; `undefined` where no class says. */
  readonly controllerClass: string | undefined;
  readonly running: IngressController | undefined;
  /** Ingresses that it takes by their class. */
  readonly ingressCount: number;
}

type Draft = Omit<TracedController, 'classNames' | 'ingressCount'>;

function answerOf(
  reader: ObjectReader,
  { profile: name, options }: Pick<Draft, 'profile' | 'options'>,
  ingress: Ingress,
): ClassAnswer {
  const profile = findProfile(name);
  return profile.findClass(ingress, {
    reader,
    options,
    certificates: undefined,
    targetOf: ({ ingress: { metadata }, backend }) =>
      resolveBackendTarget(reader, { namespace: metadata.namespace ?? '', backend }, profile.backendRules),
  });
}

const takes = (reader: ObjectReader, draft: Pick<Draft, 'profile' | 'options'>, ingress: Ingress): boolean =>
  answerOf(reader, draft, ingress).isTaken;

const ofClass = ({ metadata: { name } }: IngressClass): Ingress => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name, namespace: '' },
  spec: { ingressClassName: name },
});

/** [CTL-12] Of an unknown controller by the letter of the API, with no class but its own. */
const ofUnknown = (id: string, controller: string): Draft => ({
  id,
  profile: 'spec',
  isKnown: false,
  options: { tracedController: controller },
  controllerClass: controller,
  running: undefined,
});

function ofRunning(reader: ObjectReader, running: IngressController): Draft {
  const { id, family } = running;
  const usual = usualControllerOf(family) ?? '';
  const profile = profileNameOfFamily(family);
  const options = readControllerOptions(listControllerArguments(reader, profile, running), profile);
  const controllerClass = options.controllerClass ?? usual;
  return { id, profile, isKnown: true, options, controllerClass, running };
}

/** [CTL-15] A class that nobody who runs here serves, as its controller outside of the cluster would take it. */
function ofOutside(reader: ObjectReader, ingressClass: IngressClass): Draft {
  const { controller = '' } = ingressClass.spec;
  const profile = profileNameOfController(controller);
  if (profile === undefined) return ofUnknown(controller, controller);
  const read = readControllerOptions(listControllerArguments(reader, profile, undefined), profile);
  const draft = (options: ControllerOptions, id = controller): Draft => ({
    id,
    profile,
    isKnown: true,
    options: { ...read, ...options },
    controllerClass: controller,
    running: undefined,
  });
  const { name } = ingressClass.metadata;
  const candidates = [
    draft({}),
    draft({ controllerClass: controller }),
    draft({ ingressClass: name }, `${controller} ${name}`),
  ];
  return (
    candidates.find((candidate) => takes(reader, candidate, ofClass(ingressClass))) ??
    ofUnknown(controller, controller)
  );
}

const spec: Draft = {
  id: 'spec',
  profile: 'spec',
  isKnown: false,
  options: {},
  controllerClass: undefined,
  running: undefined,
};

const google: Draft = {
  id: 'gce',
  profile: 'gce',
  isKnown: true,
  options: {},
  controllerClass: undefined,
  running: undefined,
};

/** [CTL-15] Google's controller is named by annotation, never by a class. */
const namesGoogle = (reader: ObjectReader, { metadata }: Ingress): boolean => {
  const name = labelValue(metadata.annotations, classAnnotation);
  return (
    name !== undefined &&
    gceClassNames.includes(name) &&
    reader.find('IngressClass', undefined, name) === undefined
  );
};

function listClassDrafts(reader: ObjectReader, classes: readonly IngressClass[]): readonly Draft[] {
  const running = findIngressControllers(reader).map((each) => ofRunning(reader, each));
  const unserved = classes.filter((each) => !running.some((draft) => takes(reader, draft, ofClass(each))));
  const outside = unserved.map((each) => ofOutside(reader, each));
  return [...running, ...new Map(outside.map((draft) => [draft.id, draft])).values()];
}

function listDrafts(reader: ObjectReader, classes: readonly IngressClass[]): readonly Draft[] {
  const isGoogleNamed = reader.list('Ingress').some((ingress) => namesGoogle(reader, ingress));
  const drafts = [...listClassDrafts(reader, classes), ...(isGoogleNamed ? [google] : [])];
  return drafts.length === 0 ? [spec] : drafts;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * [CTL-12] to [CTL-16] The controllers that a request can be traced through: those that run in the cluster, then those
 * that only IngressClasses tell of. Those with the most Ingresses first, then by id; never empty.
 */
export function listTracedControllers(reader: ObjectReader): readonly TracedController[] {
  const classes = reader.list('IngressClass');
  const ingresses = reader.list('Ingress');
  return listDrafts(reader, classes)
    .map((draft) => ({
      ...draft,
      classNames: classes
        .filter((each) => takes(reader, draft, ofClass(each)))
        .map(({ metadata }) => metadata.name),
      ingressCount: ingresses.filter((ingress) => takes(reader, draft, ingress)).length,
    }))
    .toSorted((a, b) => b.ingressCount - a.ingressCount || compareText(a.id, b.id));
}

/** A controller as far as it decides which Ingresses it takes and by which rules. */
export interface ServingController extends Pick<
  TracedController,
  'id' | 'profile' | 'isKnown' | 'options' | 'controllerClass'
> {
  /** What runs it in the cluster; `undefined` where nothing that is known does. */
  readonly workload: ObjectRef<Workload['kind']> | undefined;
}

const toServing = ({
  id,
  profile,
  isKnown,
  options,
  controllerClass,
  running,
}: Draft): ServingController => ({
  id,
  profile,
  isKnown,
  options,
  controllerClass,
  workload: running?.workload,
});

/**
 * [CTL-12] to [CTL-15] The controllers that classes and workloads tell of, whatever Ingresses there are: those that run in
 * the cluster first. Google's, which has neither, is not among them.
 */
export const listServingControllers = (reader: ObjectReader): readonly ServingController[] =>
  listClassDrafts(reader, reader.list('IngressClass')).map(toServing);

/**
 * Of these controllers those that take an Ingress by its class, Google's too where that is named. One that would only by an
 * assumption counts where no other does.
 */
export const findServingControllers = (
  reader: ObjectReader,
  controllers: readonly ServingController[],
  ingress: Ingress,
): readonly ServingController[] => {
  const takers = controllers.flatMap((controller) => {
    const answer = answerOf(reader, controller, ingress);
    return answer.isTaken ? [{ controller, isAssumed: answer.isAssumed === true }] : [];
  });
  const sure = takers.filter(({ isAssumed }) => !isAssumed);
  return [
    ...(sure.length > 0 ? sure : takers).map(({ controller }) => controller),
    ...(namesGoogle(reader, ingress) ? [toServing(google)] : []),
  ];
};
