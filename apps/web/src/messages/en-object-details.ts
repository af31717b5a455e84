import type { Formats } from './format.ts';

/** Words of the details panel. */
export const buildObjectDetailsMessages = (_formats: Formats) => ({
  label: () => 'Details',
});

export type ObjectDetailsMessages = ReturnType<typeof buildObjectDetailsMessages>;
