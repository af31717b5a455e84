import type { Config } from '../../config.ts';
import type { CommandStreams } from '../command-line.ts';
import { readFileWorld } from './read-file-world.ts';
import type { ObjectSource } from './source-flags.ts';
import type { World } from './world.ts';

/** The objects that the flags name; remarks about them go to the notices. The cluster client is loaded only for a cluster. */
export async function loadWorld(
  source: ObjectSource,
  config: Config,
  { notice, input }: Pick<CommandStreams, 'notice' | 'input'>,
): Promise<World> {
  if (source.kind === 'cluster') {
    const { readLiveWorld } = await import('./read-live-world.ts');
    return readLiveWorld(source, config);
  }
  const { workingFolder } = config;
  const { world, notices } = await readFileWorld(source, { workingFolder, input });
  for (const line of notices) notice(line);
  return world;
}
