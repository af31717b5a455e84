import { z } from 'zod';

/** A name that can stand in an address: loose on purpose, the API server says what is wrong with a name. */
export const objectNameSchema = z.string().regex(/^(?!\.{1,2}$)[^/%\p{Cc}]{1,253}$/u);

/** A namespace: a DNS label (RFC 1123). */
export const namespaceNameSchema = z.string().regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/);
