import { readConfig, readProcessFacts } from '../../config.ts';
import { exitStatus, UsageError, type CommandStreams } from '../command-line.ts';
import { loadWorld } from '../input/load-world.ts';
import { readFormat } from '../input/read-format.ts';
import { readSource, sourceHelp, sourceOptions, type ObjectSource } from '../input/source-flags.ts';
import { parseFlags } from '../parse-flags.ts';
import { buildPrintedGraph, type GraphChoice } from './build-printed-graph.ts';
import type { PrintedGraph } from './printed-graph.ts';
import { toDot } from './to-dot.ts';
import { toMermaid } from './to-mermaid.ts';

const formats = ['json', 'mermaid', 'dot'] as const;
type Format = (typeof formats)[number];

const graphHelp = `fairlead graph: print the picture of Ingresses, Services and Pods

  fairlead graph [flags]

${sourceHelp}
  --format json|mermaid|dot
                        nodes and edges (default), a Mermaid flowchart, or a graph for Graphviz
  --namespace A,B       only these namespaces; may be repeated
  --expand pods         every Pod is a node of its own
  -h, --help            show this

Examples:
  fairlead graph -f manifests/ --format mermaid
  fairlead graph --context prod --namespace shop --format dot | dot -Tsvg > shop.svg
  fairlead graph -f manifests/ | jq '.nodes[] | select(.ghost)'

The same objects give the same text. Exit status: 0, or 2 for bad input.`;

interface GraphFlags {
  readonly source: ObjectSource;
  readonly format: Format;
  readonly choice: GraphChoice;
}

function parseGraphFlags(args: readonly string[], workingFolder: string): GraphFlags | 'help' {
  const values = parseFlags(args, {
    ...sourceOptions,
    format: { type: 'string' },
    namespace: { type: 'string', multiple: true },
    expand: { type: 'string' },
  });
  if (values.help === true) return 'help';
  const { expand, namespace } = values;
  if (expand !== undefined && expand !== 'pods')
    throw new UsageError(`--expand ${expand}: only pods can be expanded.`);
  return {
    source: readSource(values, workingFolder),
    format: readFormat(values.format, formats),
    choice: {
      expandsPods: expand === 'pods',
      namespaces: namespace?.flatMap((text) => text.split(',')).map((name) => name.trim()),
    },
  };
}

const printers: { readonly [F in Format]: (graph: PrintedGraph) => string } = {
  json: (graph) => `${JSON.stringify(graph, null, 2)}\n`,
  mermaid: toMermaid,
  dot: toDot,
};

/** `fairlead graph`: the picture of files or a live cluster as text. */
export async function graph(args: readonly string[], streams: CommandStreams): Promise<number> {
  const config = readConfig(readProcessFacts());
  const flags = parseGraphFlags(args, config.workingFolder);
  if (flags === 'help') {
    streams.out(graphHelp);
    return exitStatus.good;
  }
  const { reader } = await loadWorld(flags.source, config, streams);
  await streams.print(printers[flags.format](buildPrintedGraph(reader, flags.choice)));
  return exitStatus.good;
}
