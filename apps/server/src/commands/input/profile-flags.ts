import { isProfileName, profileNames, type ControllerOptions, type ProfileName } from '@fairlead/routing';
import type { z } from 'zod';
import { controllerOptionsSchema } from '../batch/batch-request-schema.ts';
import { UsageError } from '../command-line.ts';

/** Which controller's way of routing is asked. */
export interface ProfileChoice {
  /** `undefined`: the controller that has the best claim on the request. */
  readonly profile: ProfileName | undefined;
  /** Beside what is read from the controller's arguments. */
  readonly options: ControllerOptions;
}

export const profileOptions = {
  profile: { type: 'string' },
  option: { type: 'string', multiple: true },
} as const;

export const profileHelp = `  --profile NAME        route as this controller does: ${profileNames.join(', ')}
                        (default: the controllers of the classes and Pods in the world)
  --option NAME=VALUE   an option of the controller, such as strictHost=true; may be repeated`;

function readOption(text: string): readonly [string, string | boolean] {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--option ${text}: give a name and a value, such as strictHost=true.`);
  const value = text.slice(at + 1);
  return [text.slice(0, at), value === 'true' ? true : value === 'false' ? false : value];
}

function describeOptionIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `--option ${issue.keys.join(', ')}: there is no such option. Known: ${Object.keys(controllerOptionsSchema.shape).join(', ')}.`;
  return `--option ${issue.path.join('.')}: ${issue.message.replace(/^Invalid input: /, '')}.`;
}

/** The profile and options that `--profile` and `--option` name. */
export function readProfileChoice({
  profile,
  option = [],
}: {
  readonly profile?: string | undefined;
  readonly option?: readonly string[] | undefined;
}): ProfileChoice {
  if (profile !== undefined && !isProfileName(profile))
    throw new UsageError(
      `--profile ${profile}: there is no such profile. Known: ${profileNames.join(', ')}.`,
    );
  const reading = controllerOptionsSchema.safeParse(Object.fromEntries(option.map(readOption)));
  if (!reading.success) {
    throw new UsageError(reading.error.issues.map(describeOptionIssue).join('\n'));
  }
  return { profile, options: reading.data };
}
