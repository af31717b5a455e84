import { labelValue, type PodSpec, type StringMap, type Workload } from '@fairlead/kube-objects';
import type { ControllerFamily } from './ingress-controller.ts';

/** How a program is recognised and which IngressClasses are its own. */
export interface ControllerProfile {
  readonly family: ControllerFamily;
  /** `spec.controller` of its IngressClasses; a part after a slash belongs to one installation. */
  readonly controller: string;
  /** Repository of the image that takes the requests, without registry, tag and digest. */
  readonly image: RegExp;
  /** Pod labels of its usual installations, any of which is enough. */
  readonly labels: readonly StringMap[];
  /** The argument that gives an installation its own `spec.controller`. */
  readonly controllerFlag?: string;
  /** The argument that restricts it to the IngressClass of that name. */
  readonly classNameFlag?: string;
}

const named = (name: string, component?: string): StringMap => ({
  'app.kubernetes.io/name': name,
  ...(component === undefined ? {} : { 'app.kubernetes.io/component': component }),
});

/** [CTL-1] What tells each program; for those with a gateway apart from the controller, the gateway. */
const profiles: readonly ControllerProfile[] = [
  {
    family: 'ingress-nginx',
    controller: 'k8s.io/ingress-nginx',
    image: /(^|\/)(ingress-nginx\/controller(-chroot)?|nginx-ingress-controller)$/,
    labels: [named('ingress-nginx', 'controller')],
    controllerFlag: 'controller-class',
  },
  {
    family: 'nginx-f5',
    controller: 'nginx.org/ingress-controller',
    image: /(^|\/)nginx(-plus)?-ingress$/,
    labels: [{ app: 'nginx-ingress' }, named('nginx-ingress')],
    classNameFlag: 'ingress-class',
  },
  {
    family: 'traefik',
    controller: 'traefik.io/ingress-controller',
    image: /(^|\/)(traefik|mirrored-library-traefik)$/,
    labels: [named('traefik')],
    classNameFlag: 'providers.kubernetesingress.ingressclass',
  },
  {
    family: 'haproxytech',
    controller: 'haproxy.org/ingress-controller',
    image: /(^|\/)haproxytech\/kubernetes-ingress(-enterprise)?$/,
    labels: [{ run: 'haproxy-ingress' }, named('kubernetes-ingress')],
  },
  {
    family: 'haproxy-ingress',
    controller: 'haproxy-ingress.github.io/controller',
    image: /(^|\/)jcmoraisjr\/haproxy-ingress$/,
    labels: [named('haproxy-ingress')],
  },
  {
    family: 'kong',
    controller: 'ingress-controllers.konghq.com/kong',
    image: /(^|\/)(kong|kong-gateway)$/,
    labels: [named('kong', 'app'), named('gateway', 'app')],
  },
  {
    family: 'istio',
    controller: 'istio.io/ingress-controller',
    image: /^$/,
    labels: [{ istio: 'ingressgateway' }, { istio: 'ingress' }],
  },
  {
    family: 'contour',
    controller: 'projectcontour.io/ingress-controller',
    image: /(^|\/)projectcontour\/envoy$/,
    labels: [named('contour', 'envoy')],
  },
];

const isOwnController = ({ controller }: ControllerProfile, text: string): boolean =>
  text === controller || text.startsWith(`${controller}/`);

/** [CTL-2] The program that an IngressClass's `spec.controller` means, by its usual name; `undefined`: one not known here. */
export const controllerFamilyOf = (controller: string): ControllerFamily | undefined =>
  profiles.find((profile) => isOwnController(profile, controller))?.family;

/** The `spec.controller` of a program's IngressClasses unless it is told otherwise. */
export const usualControllerOf = (family: ControllerFamily): string | undefined =>
  profiles.find((profile) => profile.family === family)?.controller;

/** `registry.example:5000/a/b:1@sha256:..` is `registry.example:5000/a/b`. */
export function repositoryOf(image: string): string {
  const [untilDigest = ''] = image.split('@');
  const colon = untilDigest.lastIndexOf(':');
  return colon > untilDigest.lastIndexOf('/') ? untilDigest.slice(0, colon) : untilDigest;
}

/** Contour's Envoy is a plain image; the container of Contour beside it, which shuts it down in order, gives it away. */
const isContoursEnvoy = (repositories: readonly string[]): boolean =>
  repositories.some((each) => /(^|\/)envoy$/.test(each)) &&
  repositories.some((each) => /(^|\/)projectcontour\/contour$/.test(each));

const carriesAll = (labels: StringMap | undefined, wanted: StringMap): boolean =>
  Object.entries(wanted).every(([key, value]) => labelValue(labels, key) === value);

function findProgram({ spec: { template } }: Workload): ControllerProfile | undefined {
  const repositories = (template?.spec?.containers ?? []).map(({ image = '' }) => repositoryOf(image));
  return (
    profiles.find(({ image }) => repositories.some((each) => each !== '' && image.test(each))) ??
    profiles.find(({ family }) => family === 'contour' && isContoursEnvoy(repositories)) ??
    profiles.find(({ labels }) => labels.some((wanted) => carriesAll(template?.metadata?.labels, wanted)))
  );
}

// Of ten thousand workloads hardly one changes between two questions.
const programs = new WeakMap<Workload, { readonly program: ControllerProfile | undefined }>();

/** [CTL-1] The program that a workload runs: by an image first, by the labels of its Pods where none is known. */
export function recogniseController(workload: Workload): ControllerProfile | undefined {
  const known = programs.get(workload) ?? { program: findProgram(workload) };
  programs.set(workload, known);
  return known.program;
}

/** The value of `--flag=value`, `-flag=value` or `--flag value`, whatever its case. */
function argumentOf(podSpec: PodSpec | undefined, flag: string): string | undefined {
  const words = (podSpec?.containers ?? []).flatMap(({ command = [], args = [] }) => [...command, ...args]);
  for (const [index, word] of words.entries()) {
    const [name = '', ...value] = word.split('=');
    if (!name.startsWith('-') || name.replace(/^--?/, '').toLowerCase() !== flag) continue;
    return value.length > 0 ? value.join('=') : words[index + 1];
  }
  return undefined;
}

/** [CTL-2] Whether an installation serves an IngressClass. */
export function servesClass(
  profile: ControllerProfile,
  workload: Workload,
  ingressClass: { readonly name: string; readonly controller: string },
): boolean {
  const podSpec = workload.spec.template?.spec;
  const ownController = profile.controllerFlag && argumentOf(podSpec, profile.controllerFlag);
  if (ownController !== undefined && ownController !== '') return ingressClass.controller === ownController;
  const isOurs = isOwnController(profile, ingressClass.controller);
  const onlyClass = profile.classNameFlag && argumentOf(podSpec, profile.classNameFlag);
  return isOurs && (onlyClass === undefined || onlyClass === '' || onlyClass === ingressClass.name);
}
