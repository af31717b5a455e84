import { systemClock } from '../../clock.ts';
import { readConfig, readProcessFacts } from '../../config.ts';
import { exitStatus, type CommandStreams } from '../command-line.ts';
import { loadWorld } from '../input/load-world.ts';
import { createPaint } from '../paint.ts';
import { printTrace, type TracedRequest } from './print-trace.ts';
import { parseTraceFlags, traceHelp } from './trace-flags.ts';
import { toTraceFields } from './trace-fields.ts';
import { traceWorld } from './trace-world.ts';

function toJson({ request, controller, trace, others }: TracedRequest): string {
  const { id, profile, isKnown, options } = controller;
  const answer = {
    request,
    controller: { id, profile, isKnown, options },
    ...toTraceFields(trace),
    ...(trace.tls === undefined ? {} : { tls: trace.tls }),
    others: others.map((other) => ({
      controller: { id: other.controller.id, profile: other.controller.profile },
      result: other.trace.result,
      reason: other.trace.reason,
    })),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** `fairlead trace`: where a request goes, from files or a live cluster, without a server. */
export async function trace(args: readonly string[], streams: CommandStreams): Promise<number> {
  const config = readConfig(readProcessFacts());
  const flags = parseTraceFlags(args, config.workingFolder);
  if (flags.kind === 'help') {
    streams.out(traceHelp);
    return exitStatus.good;
  }
  if (flags.kind === 'batch') {
    const { traceBatch } = await import('../batch/trace-batch.ts');
    return traceBatch({ file: flags.file, workingFolder: config.workingFolder }, streams);
  }
  const world = await loadWorld(flags.source, config, streams);
  const traced = traceWorld(world, flags.request, flags.choice);
  const text =
    flags.format === 'json'
      ? toJson(traced)
      : printTrace(traced, createPaint(streams, config), systemClock.now());
  await streams.print(text);
  return traced.trace.result === 'fail' ? exitStatus.bad : exitStatus.good;
}
