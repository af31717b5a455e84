import type { Ingress } from '@fairlead/kube-objects';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { annotationOf, type BuildContext, type ClassAnswer } from './routing-profile.ts';

/** What a controller that goes by the name of a class is called, where its arguments say nothing else. */
export interface NamedController {
  readonly usualName: string;
  readonly controller: string;
}

/** The name of an Ingress's class: the annotation before the field, where empty text names nothing. */
export const classNameOf = (ingress: Ingress): string =>
  annotationOf(ingress, classAnnotation) || (ingress.spec.ingressClassName ?? '');

/**
 * Whether a controller that compares the names of classes takes an Ingress that names one. Without the option the class may
 * go by another name, when its object says whose it is: an assumption, unless the option `controllerClass` says so, too.
 */
export function answerByName(
  ingress: Ingress,
  { reader, options }: BuildContext,
  { usualName, controller }: NamedController,
): ClassAnswer {
  const name = classNameOf(ingress);
  const found = reader.find('IngressClass', undefined, name);
  const isOwn = found?.spec.controller === (options.controllerClass ?? controller);
  if (name === (options.ingressClass ?? usualName))
    return { isTaken: true, isAssumed: found !== undefined && !isOwn };
  if (options.ingressClass === undefined && isOwn)
    return { isTaken: true, isAssumed: options.controllerClass === undefined };
  const isOfField = !annotationOf(ingress, classAnnotation);
  const reason = isOfField && found === undefined ? 'CLASS_NOT_FOUND' : 'CLASS_OTHER_CONTROLLER';
  return { isTaken: false, reason };
}
