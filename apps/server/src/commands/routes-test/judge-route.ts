import type { Trace } from '@fairlead/routing';
import type { World } from '../input/world.ts';
import type { ProfileChoice } from '../input/profile-flags.ts';
import type { TracedRequest } from '../trace/print-trace.ts';
import { traceWorld } from '../trace/trace-world.ts';
import type { RouteExpectation } from './read-routes.ts';
import type { Expectation } from './routes-schema.ts';

/** One field that is not as expected, as JSON texts. */
export interface Deviation {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** An expectation and what was found. No deviations: it holds. */
export interface RouteVerdict {
  readonly route: RouteExpectation;
  readonly traced: TracedRequest;
  readonly deviations: readonly Deviation[];
}

const json = (value: unknown): string => JSON.stringify(value ?? null);

function compareFields(
  expected: Expectation | NonNullable<Expectation['tls']>,
  found: Readonly<Record<string, unknown>>,
  prefix = '',
): readonly Deviation[] {
  return Object.entries(expected).flatMap(([field, value]) => {
    if (field === 'tls') return [];
    const [wanted, got] = [json(value), json(found[field])];
    return wanted === got ? [] : [{ field: `${prefix}${field}`, expected: wanted, found: got }];
  });
}

const compareTrace = (expected: Expectation, trace: Trace): readonly Deviation[] => [
  ...compareFields(expected, { ...trace }),
  ...(expected.tls === undefined ? [] : compareFields(expected.tls, { ...trace.tls }, 'tls.')),
];

/** Traces an expected route and says in what the answer is another. */
export function judgeRoute(world: World, route: RouteExpectation, choice: ProfileChoice): RouteVerdict {
  const traced = traceWorld(world, route.request, { ...choice, profile: route.profile ?? choice.profile });
  return { route, traced, deviations: compareTrace(route.expected, traced.trace) };
}
