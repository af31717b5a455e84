import type { GraphNode, GraphPod, PodState } from '@fairlead/resource-graph';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './node.module.css';

const squareClass: Readonly<Record<PodState, string | undefined>> = {
  ready: styles.podReady,
  'not-ready': styles.podNotReady,
  terminating: styles.podTerminating,
  'serving-terminating': styles.podServing,
  'not-selected': styles.podNotSelected,
};

export const PodSquare = ({ state }: { readonly state: PodState }): ReactNode => (
  <span className={classNames(styles.pod, squareClass[state])} aria-hidden />
);

/** More Pods than this are drawn as a bar. */
const mostSquares = 12;

const countOf = (pods: readonly GraphPod[], state: PodState): number =>
  pods.filter((pod) => pod.state === state).length;

/** Ready Pods as squares, or as a bar when they are many; never without the words beside it. */
export function PodSquares({ node }: { readonly node: GraphNode }): ReactNode {
  const { graph } = useMessages();
  const { pods } = node;
  const ready = countOf(pods, 'ready');
  const words = graph.podWords(node);
  if (pods.length === 0) return <span className={styles.podWords}>{words}</span>;
  if (pods.length <= mostSquares) {
    return (
      <>
        {pods.map((pod) => (
          <PodSquare key={pod.tail + (pod.address ?? '')} state={pod.state} />
        ))}
        <span className={styles.podWords}>{words}</span>
      </>
    );
  }
  return (
    <>
      <svg className={styles.podBar} width="88" height="10" aria-hidden>
        <rect width="88" height="10" rx="2.5" className={styles.podBarRest} />
        <rect width={(88 * ready) / pods.length} height="10" rx="2.5" className={styles.podBarReady} />
      </svg>
      <span className={styles.podWords}>{words}</span>
    </>
  );
}
