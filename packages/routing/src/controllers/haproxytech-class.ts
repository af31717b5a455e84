import type { Ingress, IngressClass } from '@fairlead/kube-objects';
import { isDefaultIngressClass } from '../ingress/resolve-ingress-class.ts';
import type { ControllerOptions } from './options.ts';
import type { BuildContext, ClassAnswer } from './routing-profile.ts';

const controller = 'haproxy.org/ingress-controller';

/** Whether a class is served: with `--ingress.class` the name is the last part of its controller. */
function isOwn({ spec }: IngressClass, { controllerClass, ingressClass }: ControllerOptions): boolean {
  if (controllerClass !== undefined) return spec.controller === controllerClass;
  if (ingressClass !== undefined) return spec.controller === `${controller}/${ingressClass}`;
  return spec.controller === controller || spec.controller?.startsWith(`${controller}/`) === true;
}

/** [HPT-2] Without a class: a default class decides, also for Ingresses that are older; else the arguments. */
function findWithoutClass({ reader, options }: BuildContext): ClassAnswer {
  const defaults = reader.list('IngressClass').filter(isDefaultIngressClass);
  const owned = defaults.filter((each) => isOwn(each, options));
  if (owned.length > 0) return { isTaken: true, isAssumed: owned.length < defaults.length };
  const isTaken =
    options.ingressClass === undefined ? defaults.length === 0 : options.watchIngressWithoutClass === true;
  return isTaken ? { isTaken } : { isTaken, reason: 'NO_CLASS' };
}

/** [HPT-1] [HPT-2] By the field and its class's object; the annotation is not read. */
export function findHaproxytechClass(ingress: Ingress, context: BuildContext): ClassAnswer {
  const name = ingress.spec.ingressClassName;
  if (name === undefined) return findWithoutClass(context);
  const found = context.reader.find('IngressClass', undefined, name);
  if (found === undefined) return { isTaken: false, reason: 'CLASS_NOT_FOUND' };
  return isOwn(found, context.options)
    ? { isTaken: true }
    : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
}
