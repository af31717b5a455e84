import { convertLegacyIngress, type LegacyConversion } from './convert-legacy-ingress.ts';
import { withField, withObjectField, withoutKeys } from './json-fields.ts';
import { ownField } from './json-value.ts';

/**
 * An Ingress or IngressClass of a removed version, or one with old fields, as the API server would hand it out today. That
 * leaves a class in the annotation it stands in, and controllers tell annotation and field apart. `undefined` where there
 * is nothing to convert.
 */
export const convertStoredIngress: typeof convertLegacyIngress = (object): LegacyConversion | undefined => {
  const conversion = convertLegacyIngress(object);
  if (conversion === undefined) return undefined;
  const isNamed = ownField(ownField(object, 'spec'), 'ingressClassName') !== undefined;
  const kept = withObjectField(conversion.object, 'spec', (spec) =>
    isNamed ? spec : withoutKeys(spec, new Set(['ingressClassName'])),
  );
  return {
    object: withField(kept, 'metadata', ownField(object, 'metadata')),
    notes: conversion.notes.filter(({ code }) => code !== 'class-field'),
  };
};
