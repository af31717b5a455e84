import { edgeLabel, groupNodes, nodeLabel, shortIds } from './graph-labels.ts';
import type { PrintedGraph } from './printed-graph.ts';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The picture for Graphviz, a cluster for each namespace. */
export function toDot(graph: PrintedGraph): string {
  const ids = shortIds(graph);
  const idOf = (id: string): string => ids.get(id) ?? '';
  const lines = ['digraph fairlead {', '  rankdir=LR;', '  node [shape=box];'];
  for (const [index, [namespace, nodes]] of groupNodes(graph).entries()) {
    const indent = namespace === '' ? '  ' : '    ';
    if (namespace !== '')
      lines.push(`  subgraph cluster_${index} {`, `    label=${quoted(`namespace ${namespace}`)};`);
    for (const node of nodes) {
      const style = node.ghost === true ? ', style=dashed' : '';
      lines.push(`${indent}${idOf(node.id)} [label=${quoted(nodeLabel(node))}${style}];`);
    }
    if (namespace !== '') lines.push('  }');
  }
  for (const edge of graph.edges) {
    const style = edge.state === 'broken' ? ', style=dashed' : '';
    lines.push(`  ${idOf(edge.from)} -> ${idOf(edge.to)} [label=${quoted(edgeLabel(edge))}${style}];`);
  }
  return `${[...lines, '}'].join('\n')}\n`;
}
