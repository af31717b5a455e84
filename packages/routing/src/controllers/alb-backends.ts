import type { Ingress, IngressBackend } from '@fairlead/kube-objects';
import { labelValue } from '@fairlead/kube-objects';
import type { CanaryBackend, Route } from '../engine/route.ts';
import { albAnnotation } from './alb-groups.ts';
import { parseAlbAction, type AlbAction, type AlbTarget } from './parse-alb-annotation.ts';
import type { BuildContext } from './routing-profile.ts';

type Forward = Extract<AlbAction, { type: 'forward' }>;

/** [ALB-11] The action that a backend's port asks for in place of a Service; `undefined`: none. */
function actionTextOf(ingress: Ingress, { service }: IngressBackend): string | undefined {
  return service?.port?.name === 'use-annotation'
    ? albAnnotation(ingress, `actions.${service.name}`)
    : undefined;
}

const backendOf = ({ service }: AlbTarget): IngressBackend | undefined =>
  service && {
    service: {
      name: service.name,
      port: typeof service.port === 'number' ? { number: service.port } : { name: service.port },
    },
  };

function canaryOf(
  ingress: Ingress,
  { targets }: Forward,
  backend: IngressBackend | undefined,
): CanaryBackend | undefined {
  const weightTotal = targets.reduce((total, { weight }) => total + weight, 0);
  const weight = targets[1]?.weight ?? 0;
  if (backend === undefined || weightTotal === 0) return undefined;
  return {
    ingress,
    backend,
    header: undefined,
    headerValue: undefined,
    headerPattern: undefined,
    cookie: undefined,
    weight,
    weightTotal,
  };
}

/** [ALB-11] The first Service of a forward, the second for its share; of more than two nobody is told. */
function forwardBy(route: Route, action: Forward): Route {
  const backends = action.targets.map(backendOf);
  const [backend] = backends;
  if (backend === undefined) return { ...route, fixedStatus: null, isAssumed: true };
  const canary = canaryOf(route.ingress, action, backends[1]);
  const isWhole = backends.length <= 2 && backends.every((each) => each !== undefined);
  return {
    ...route,
    backend,
    isAssumed: route.isAssumed || !isWhole,
    ...(canary === undefined ? {} : { canary }),
  };
}

/** A route, and whether the controller refuses it, which it may say itself. */
interface AlbRoute {
  readonly route: Route;
  readonly isRefused: boolean;
}

const accepted = (route: Route): AlbRoute => ({ route, isRefused: false });

const isBadBackend = (reason: string): boolean =>
  reason === 'SERVICE_PORT_NOT_FOUND' || reason === 'RESOURCE_BACKEND_UNSUPPORTED';

/** [ALB-13] A Service of type ClusterIP has no targets but Pods, and only `target-type: ip` makes targets of them. */
function withTargets(route: Route, { targetOf }: BuildContext): AlbRoute {
  const target = targetOf(route);
  if (target.kind === 'external') return accepted({ ...route, fixedStatus: 503 });
  if (target.kind === 'failed') return { route, isRefused: isBadBackend(target.reason) };
  const { metadata, spec } = target.service;
  const ofService = labelValue(metadata.annotations, 'alb.ingress.kubernetes.io/target-type');
  const targetType = ofService ?? albAnnotation(route.ingress, 'target-type');
  if (targetType === 'ip' || (spec.type !== undefined && spec.type !== 'ClusterIP')) return accepted(route);
  return accepted(targetType === 'instance' ? { ...route, fixedStatus: 503 } : { ...route, isAssumed: true });
}

/** [ALB-11] [ALB-16] A route with what its backend means; `undefined`: the controller cannot read it. */
export function withAlbBackend(route: Route, context: BuildContext): AlbRoute | undefined {
  const isAction = route.backend.service?.port?.name === 'use-annotation';
  const text = actionTextOf(route.ingress, route.backend);
  if (text === undefined)
    return isAction ? accepted({ ...route, fixedStatus: 503 }) : withTargets(route, context);
  const action = parseAlbAction(text);
  switch (action?.type) {
    case undefined:
      return undefined;
    case 'redirect':
      return accepted({ ...route, redirect: action.redirect });
    case 'fixed-response':
      return accepted({ ...route, fixedStatus: action.status });
    case 'forward': {
      const forward = forwardBy(route, action);
      return forward.fixedStatus === undefined ? withTargets(forward, context) : accepted(forward);
    }
  }
}
