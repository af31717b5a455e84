import { stringify } from 'yaml';
import type { RawObject } from './whole-object.ts';

/**
 * An object as YAML. Kubernetes reads YAML 1.1, where `on` and `0123` are no texts, so texts are quoted that either
 * version would read as something else. Long lines stay whole: a line that is broken is hard to search and to compare.
 */
export const printObject = (object: RawObject): string =>
  stringify(object, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
