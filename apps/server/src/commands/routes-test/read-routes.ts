import { placeOfField, readManifest, type FieldPath, type Manifest } from '@fairlead/manifests';
import { parseRequestLine, type ProfileName, type RoutingRequest } from '@fairlead/routing';
import type { z } from 'zod';
import { describeSourceProblem } from '../input/describe-source-problem.ts';
import { InputProblem } from '../input/input-problem.ts';
import type { TextFile } from '../input/read-text-files.ts';
import { explainRequestLine } from '../trace/explain-request-line.ts';
import { routesSchema, type Expectation, type ExpectedRoute } from './routes-schema.ts';

/** A route as it should be. */
export interface RouteExpectation {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly request: RoutingRequest;
  /** `undefined`: the profile that the command line chose. */
  readonly profile: ProfileName | undefined;
  readonly expected: Expectation;
}

interface RoutesFile {
  readonly name: string;
  readonly manifest: Manifest;
}

const lineOf = ({ manifest }: RoutesFile, path: FieldPath): number =>
  placeOfField({ manifest, within: [], line: 1 }, path).line;

function explainIssue(file: RoutesFile, { path, message }: z.core.$ZodIssue): string {
  const parts = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  return `${file.name}:${lineOf(file, parts)}: ${parts.join('.')}: ${message}`;
}

function toExpectation(expected: ExpectedRoute['expect']): Expectation {
  if (typeof expected !== 'string') return expected;
  const [service = '', port] = expected.split(':');
  return { result: 'ok', service, ...(port === undefined ? {} : { servicePort: Number(port) }) };
}

function toRequest(file: RoutesFile, route: ExpectedRoute, index: number): RoutingRequest {
  const line = parseRequestLine(route.url);
  if (line.kind === 'problem') {
    const place = `${file.name}:${lineOf(file, ['routes', index, 'url'])}`;
    throw new InputProblem([`${place}: ${route.url}: ${explainRequestLine(line.code)}`]);
  }
  const { request } = line;
  const { method = request.method, headers, cookies } = route;
  return {
    ...request,
    method: method.toUpperCase(),
    ...(headers === undefined ? {} : { headers: { ...request.headers, ...headers } }),
    ...(cookies === undefined ? {} : { cookies: { ...request.cookies, ...cookies } }),
  };
}

/** The expected routes of a file. What cannot be read is an {@link InputProblem} with its line. */
export function readRoutes({ name, text }: TextFile): readonly RouteExpectation[] {
  const manifest = readManifest(text);
  const file = { name, manifest };
  const faults = manifest.problems.filter(({ severity }) => severity === 'error');
  if (faults.length > 0)
    throw new InputProblem(
      faults.map(({ range, ...fault }) =>
        describeSourceProblem({ ...fault, file: name, line: range.startLine, column: range.startColumn }),
      ),
    );
  const reading = routesSchema.safeParse(manifest.object);
  if (!reading.success)
    throw new InputProblem(reading.error.issues.map((issue) => explainIssue(file, issue)));
  return reading.data.routes.map((route, index) => ({
    name: route.name ?? route.url,
    file: name,
    line: lineOf(file, ['routes', index]),
    request: toRequest(file, route, index),
    profile: route.profile,
    expected: toExpectation(route.expect),
  }));
}
