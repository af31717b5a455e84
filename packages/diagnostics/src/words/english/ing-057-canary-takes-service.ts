import { code } from '../../text/code.ts';
import { requestsFor } from './requests.ts';
import { listed } from './sentence.ts';

/** A Service that a canary has for itself. Ingresses with their namespaces. */
export interface TakenService {
  readonly canary: string;
  readonly service: string;
  readonly port: string;
  readonly others: readonly string[];
}

export const ing057Words = {
  label: () => 'takes a Service from others',
  title: ({ canary, service, port, others }: TakenService) =>
    `Canary ${canary} takes Service ${service}, port ${code(port)}, from ${listed(others)}`,
  happens: (requests: readonly string[]) => `${requestsFor(requests)} get 404, or go to a shorter path.`,
  effectNow: () => '404 elsewhere',
  why: (canary: string) =>
    `ingress-nginx makes one upstream of a Service and port, and the Ingress that names it first decides what it is for. ${canary} is first, so it serves canaries only, and ordinary paths to it are left out.`,
  useAnotherService: {
    title: () => 'Give the canary a Service of its own',
    explanation: () => 'It may have the same selector.',
  },
  recreate: {
    title: () => 'Delete the canary and create it again',
    explanation: (others: readonly string[]) => `It is then younger than ${listed(others)}.`,
  },
};
