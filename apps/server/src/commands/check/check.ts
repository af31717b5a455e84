import { diagnose, englishChecks } from '@fairlead/diagnostics';
import { systemClock } from '../../clock.ts';
import { readConfig, readProcessFacts } from '../../config.ts';
import { readVersion } from '../../version.ts';
import { exitStatus, type CommandStreams } from '../command-line.ts';
import { loadWorld } from '../input/load-world.ts';
import type { World } from '../input/world.ts';
import { createPaint, type Paint } from '../paint.ts';
import { checkHelp, parseCheckFlags, type CheckFlags } from './check-flags.ts';
import { findRefusals } from './find-refusals.ts';
import { locateFinding } from './locate-finding.ts';
import { countSeverities, printFindings, type CheckReport } from './print-findings.ts';
import { toSarif } from './to-sarif.ts';

function checkWorld(world: World, nowMs: number): CheckReport {
  const { findings, skipped } = diagnose(world.reader, nowMs, { words: englishChecks });
  return {
    findings: [...findRefusals(world), ...findings].map((finding) => ({
      finding,
      location: locateFinding(finding, world),
    })),
    skipped,
  };
}

const toJson = (report: CheckReport): object => ({
  findings: report.findings.map(({ finding, location }) => ({ ...location, ...finding })),
  skipped: report.skipped,
  counts: countSeverities(report),
});

function print(report: CheckReport, format: CheckFlags['format'], paint: Paint): string {
  if (format === 'text') return printFindings(report, paint);
  const answer = format === 'json' ? toJson(report) : toSarif(report, readVersion());
  return `${JSON.stringify(answer, null, 2)}\n`;
}

/** `fairlead check`: everything that is broken or risky in files or a live cluster. */
export async function check(args: readonly string[], streams: CommandStreams): Promise<number> {
  const config = readConfig(readProcessFacts());
  const flags = parseCheckFlags(args, config.workingFolder);
  if (flags === 'help') {
    streams.out(checkHelp);
    return exitStatus.good;
  }
  const world = await loadWorld(flags.source, config, streams);
  const report = checkWorld(world, systemClock.now());
  await streams.print(print(report, flags.format, createPaint(streams, config)));
  const { error, warning } = countSeverities(report);
  const failures = flags.failOn === 'warning' ? error + warning : error;
  return failures > 0 ? exitStatus.bad : exitStatus.good;
}
