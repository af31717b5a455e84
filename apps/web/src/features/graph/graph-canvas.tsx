import type { ColumnMetrics } from '@fairlead/resource-graph';
import { ReactFlow, type EdgeTypes, type NodeTypes, type Viewport } from '@xyflow/react';
import './flow-base.css';
import { useMemo, type ReactNode } from 'react';
import type { Selection } from '../../url-state/selection.ts';
import type { GraphWindowAnswer, SummaryAnswer } from '../../workers/questions.ts';
import { GraphFlowEdge } from './flow-edge.tsx';
import { GraphFlowNode, OutsideFlowNode } from './graph-node.tsx';
import styles from './graph.module.css';
import { LaneLayer } from './lane-layer.tsx';
import type { ShownFocus } from './shown-focus.ts';
import { useShownTrace } from './shown-trace.ts';
import { toFlowEdges, toFlowNodes, type FlowEdge, type FlowNode } from './to-flow.ts';
import { TraceLayer } from './trace-layer.tsx';

const nodeTypes: NodeTypes = { graph: GraphFlowNode, outside: OutsideFlowNode };
const edgeTypes: EdgeTypes = { graph: GraphFlowEdge };

/** The grid around it is what readers move in: React Flow's own role would hide its rows from them. */
const beTransparent = (element: HTMLDivElement | null): void => element?.setAttribute('role', 'presentation');

export interface GraphCanvasProps {
  readonly answer: GraphWindowAnswer;
  readonly look: {
    readonly metrics: ColumnMetrics;
    readonly isCompact: boolean;
    readonly isOverview: boolean;
    readonly hasLaneHeads: boolean;
    readonly hovered: string | undefined;
    readonly selection: Selection | undefined;
    readonly focus: ShownFocus | undefined;
  };
  readonly namespaces: SummaryAnswer['namespaces'];
  readonly viewport: Viewport;
  readonly canvas: { readonly width: number; readonly height: number };
  readonly onViewportChange: (viewport: Viewport) => void;
  readonly onEmptyClick: () => void;
}

/** React Flow as a renderer: it gets the nodes of the window and says where the picture is scrolled to. */
export function GraphCanvas(props: GraphCanvasProps): ReactNode {
  const { answer, look, namespaces, viewport, canvas, onViewportChange, onEmptyClick } = props;
  const { hovered, isOverview, isCompact, selection, focus } = look;
  const trace = useShownTrace();
  const nodes = useMemo<FlowNode[]>(
    () => (isOverview ? [] : [...toFlowNodes(answer, { selection, isCompact, focus, dimmed: styles.faded })]),
    [answer, selection, isCompact, isOverview, focus],
  );
  const edges = useMemo<FlowEdge[]>(
    () => (isOverview ? [] : [...toFlowEdges(answer, { hovered, focus, trace })]),
    [answer, hovered, isOverview, focus, trace],
  );
  const width = Math.max(answer.width, canvas.width / viewport.zoom);
  const height = Math.max(answer.height + 40, canvas.height / viewport.zoom);
  return (
    <ReactFlow
      ref={beTransparent}
      className={styles.flow ?? ''}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      viewport={viewport}
      onViewportChange={onViewportChange}
      minZoom={0.1}
      maxZoom={2}
      translateExtent={[
        [0, 0],
        [width, height],
      ]}
      panOnScroll
      panOnDrag
      zoomOnScroll={false}
      zoomOnPinch={false}
      zoomOnDoubleClick={false}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      onPaneClick={onEmptyClick}
      // Named at the foot of the Exposure column instead: a link within a grid is neither row nor cell.
      proOptions={{ hideAttribution: true }}
    >
      <LaneLayer
        answer={answer}
        metrics={look.metrics}
        width={width}
        namespaces={namespaces}
        textScale={isOverview ? 1 / viewport.zoom : 1}
        hasHeads={look.hasLaneHeads}
      />
      {isOverview ? null : <TraceLayer answer={answer} viewport={viewport} isCompact={isCompact} />}
    </ReactFlow>
  );
}
