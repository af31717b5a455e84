import { readConfig, readProcessFacts } from '../../config.ts';
import { exitStatus, type CommandStreams } from '../command-line.ts';
import { loadWorld } from '../input/load-world.ts';
import { createPaint } from '../paint.ts';
import { compareWorlds, type ControllerDifference } from './compare-worlds.ts';
import { diffHelp, parseDiffFlags } from './diff-flags.ts';
import { printDifference } from './print-difference.ts';

const toJson = (all: readonly ControllerDifference[]): string =>
  `${JSON.stringify(
    {
      differs: all.some(({ difference }) => difference.changes.length > 0),
      controllers: all.map(({ controller, difference }) => ({ ...controller, ...difference })),
    },
    null,
    2,
  )}\n`;

/** `fairlead diff`: the requests whose outcome differs between two sets of manifests. */
export async function diff(args: readonly string[], streams: CommandStreams): Promise<number> {
  const config = readConfig(readProcessFacts());
  const flags = parseDiffFlags(args);
  if (flags === 'help') {
    streams.out(diffHelp);
    return exitStatus.good;
  }
  const load = (file: string): ReturnType<typeof loadWorld> =>
    loadWorld({ kind: 'files', files: [file], assumesPods: flags.assumesPods }, config, streams);
  const [before, after] = [await load(flags.before), await load(flags.after)];
  const all = compareWorlds(before, after, flags);
  const text = flags.format === 'json' ? toJson(all) : printDifference(all, createPaint(streams, config));
  await streams.print(text);
  return all.some(({ difference }) => difference.changes.length > 0) ? exitStatus.bad : exitStatus.good;
}
