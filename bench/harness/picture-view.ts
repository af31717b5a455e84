import type { ViewState } from '@fairlead/resource-graph';

/** Everything shown, nothing folded or filtered. */
export const pictureView: ViewState = {
  level: 'full',
  metrics: { exposure: 180, ingress: 300, service: 260, pods: 280, gutters: [80, 80, 80] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
  marked: new Set(),
};
