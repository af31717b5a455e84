import { edgeLabel, groupNodes, nodeLabel, shortIds } from './graph-labels.ts';
import type { PrintedGraph } from './printed-graph.ts';

/** Only plain letters are left as they are: anything else could end a label. */
const quoted = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} ._:/()→*,-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)}"`;

/** The picture as a Mermaid flowchart, a subgraph for each namespace. */
export function toMermaid(graph: PrintedGraph): string {
  const ids = shortIds(graph);
  const idOf = (id: string): string => ids.get(id) ?? '';
  const lines = ['flowchart LR'];
  for (const [index, [namespace, nodes]] of groupNodes(graph).entries()) {
    const indent = namespace === '' ? '  ' : '    ';
    if (namespace !== '') lines.push(`  subgraph ns${index}[${quoted(`namespace ${namespace}`)}]`);
    for (const node of nodes) {
      const mark = node.ghost === true ? ':::ghost' : '';
      lines.push(`${indent}${idOf(node.id)}[${quoted(nodeLabel(node))}]${mark}`);
    }
    if (namespace !== '') lines.push('  end');
  }
  for (const edge of graph.edges) {
    const label = edgeLabel(edge);
    const arrow = edge.state === 'broken' ? '-.->' : '-->';
    lines.push(`  ${idOf(edge.from)} ${arrow}${label === '' ? '' : `|${quoted(label)}|`} ${idOf(edge.to)}`);
  }
  return `${[...lines, '  classDef ghost stroke-dasharray: 4 3'].join('\n')}\n`;
}
