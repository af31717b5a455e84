import { z } from 'zod';
import { RequestProblem } from './request-problem.ts';

/** `value` as the schema describes it; otherwise BAD_REQUEST, naming the fields but not repeating what was sent. */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.slice(0, 10).map(({ path, message }) => ({
    field: path.map(String).join('.'),
    message,
  }));
  throw new RequestProblem('BAD_REQUEST', { details: { problems }, cause: result.error });
}
