import type { RawObject } from './whole-object.ts';

/** An object as text. */
export const printObject = (object: RawObject): string => JSON.stringify(object, undefined, 2);
