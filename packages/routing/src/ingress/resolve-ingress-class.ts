import { labelValue, type Ingress, type IngressClass, type ObjectReader } from '@fairlead/kube-objects';
import type { ClassResolution } from './ingress-references.ts';

export const classAnnotation = 'kubernetes.io/ingress.class';
export const defaultClassAnnotation = 'ingressclass.kubernetes.io/is-default-class';

export const isDefaultIngressClass = (ingressClass: IngressClass): boolean =>
  labelValue(ingressClass.metadata.annotations, defaultClassAnnotation) === 'true';

const newestFirst = (a: IngressClass, b: IngressClass): number => {
  const [timeOfA = '', timeOfB = ''] = [a.metadata.creationTimestamp, b.metadata.creationTimestamp];
  if (timeOfA !== timeOfB) return timeOfA > timeOfB ? -1 : 1;
  return a.metadata.name < b.metadata.name ? -1 : 1;
};

/** [ING-5] The class that the API server would write into a new Ingress without one: of several the newest, then by name. */
export const findDefaultIngressClass = (reader: ObjectReader): IngressClass | undefined =>
  reader.list('IngressClass').filter(isDefaultIngressClass).toSorted(newestFirst)[0];

/** [ING-1] [ING-2] How the object names its class; the field is read before the annotation, empty text names nothing. */
export function ingressClassNameOf(
  ingress: Ingress,
): { readonly source: 'field' | 'annotation'; readonly name: string } | undefined {
  const field = ingress.spec.ingressClassName;
  if (field !== undefined && field !== '') return { source: 'field', name: field };
  const annotation = labelValue(ingress.metadata.annotations, classAnnotation);
  return annotation === undefined || annotation === ''
    ? undefined
    : { source: 'annotation', name: annotation };
}

/**
 * [ING-1] to [ING-4], [ING-6] The class of an Ingress that the API server has stored. The default class is not looked at:
 * it is written into the object when that is created, and never applies to one that lies there without.
 */
export function findIngressClass(reader: ObjectReader, ingress: Ingress): ClassResolution {
  const named = ingressClassNameOf(ingress);
  if (named === undefined) return { kind: 'none' };
  const ingressClass = reader.find('IngressClass', undefined, named.name);
  if (ingressClass !== undefined) return { kind: 'resolved', ...named, ingressClass };
  return { kind: reader.isKnown('IngressClass') ? 'missing' : 'unknown', ...named };
}

/** An object that no API server has stored yet. */
export const isYetToBeCreated = ({ metadata }: Ingress): boolean =>
  metadata.creationTimestamp === undefined && metadata.uid === undefined;

/** [ING-5] The class that an Ingress will have once it is created; an annotation, even an empty one, prevents the default. */
export function findIngressClassOnCreation(reader: ObjectReader, ingress: Ingress): ClassResolution {
  const stored = findIngressClass(reader, ingress);
  const annotation = labelValue(ingress.metadata.annotations, classAnnotation);
  if (stored.kind !== 'none' || annotation !== undefined) return stored;
  if (!reader.isKnown('IngressClass')) return { kind: 'unknown', source: 'none', name: undefined };
  const ingressClass = findDefaultIngressClass(reader);
  return ingressClass === undefined
    ? stored
    : { kind: 'resolved', source: 'default', name: ingressClass.metadata.name, ingressClass };
}
