import type { DrawnEdge } from '../testing/drawn-edges.ts';
import * as words from './compute-edges.ts';

function nameRow(ingress: string, row: string): string {
  if (row === 'default-backend') return words.defaultBackendWords(ingress);
  const [, host = '', pathType = '', path = ''] = /^path:([^|]*)\|([^|]*)\|\d+\|(.*)$/s.exec(row) ?? [];
  return words.ruleWords(ingress, host, pathType, path);
}

/** Says in the words of the truth what a target of the page is: `nodeId` or `nodeId#rowId`. */
function nameTarget(target: string): string {
  const [node = '', ...rows] = target.split('#');
  const row = rows.join('#');
  const [kind = '', namespace = '', ...names] = node.split('/');
  const place = `${namespace}/${names.join('/')}`;
  switch (kind) {
    case 'Ingress':
      return nameRow(place, row);
    case 'Service':
      return row === '' ? words.serviceWords(place) : words.portWords(place, row.replace(/^port:/, ''));
    case 'ghost:Service':
      return words.missingServiceWords(place);
    case 'endpoints':
      return words.addressesWords(place);
    case 'external':
      return words.outsideNameWords(place);
    default:
      return words.workloadWords(kind.replace(/^owner:[^:]*:/, ''), place);
  }
}

/** An edge of the page in the words of the truth. */
export const nameDrawnEdge = ({ from, to }: DrawnEdge): string =>
  words.edgeWords(nameTarget(from ?? 'nothing'), nameTarget(to ?? 'nothing'));
