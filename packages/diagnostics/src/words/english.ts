import { requestWords } from './english/requests.ts';
import { svc025Words } from './english/svc-025-external-name-is-address.ts';

/** What the checks say, in English: by the id of the check, after what several checks say. */
export const englishChecks = {
  requests: requestWords,
  svc025: svc025Words,
};
