import { keyOfRef } from '@fairlead/kube-objects';
import type { PlacedNode, ViewState } from '@fairlead/resource-graph';
import { use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { ConnectContext } from '../../drafts/connect-context.ts';
import { connectTargetOf } from '../../url-state/connect-target.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { printSelection } from '../../url-state/selection.ts';
import { useSetUrlState, useUrlState } from '../../url-state/use-url-state.ts';
import type {
  GraphView as GraphViewQuestion,
  GraphWindowAnswer,
  OverviewAnswer,
  SummaryAnswer,
} from '../../workers/questions.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import { ColumnHeads } from './column-heads.tsx';
import { EdgeChoice } from './edge-choice.tsx';
import { ExposureColumn } from './exposure-column.tsx';
import { GraphActionsContext, type GraphActions } from './graph-actions.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { useGraphScope } from './graph-scope.ts';
import { levelOf, metricsFor } from './graph-zoom.ts';
import styles from './graph.module.css';
import { partInView, windowFor, type Viewport } from './graph-window.ts';
import { OverviewBackdrop } from './overview-backdrop.tsx';
import { OverviewStrip } from './overview-strip.tsx';
import { PictureGrid } from './picture-grid.tsx';
import { selectionAt } from './selection-text.ts';
import { useDraftOfQuestion } from './shown-draft.ts';
import { ShownFocusContext, useShownFocus } from './shown-focus.ts';
import { useShownTrace } from './shown-trace.ts';
import { useElementSize, type ElementSize } from './use-element-size.ts';
import { useFocusKeys } from './use-focus-keys.ts';
import { useGraphFocus } from './use-graph-focus.ts';
import { useShownTheme } from '../../ui/use-shown-theme.ts';
import { buildGraphZoom, useZoomState, type GraphZoom, type PictureSizes } from './use-graph-zoom.ts';
import { useZoomKeys } from './use-zoom-keys.ts';
import { ZoomControl } from './zoom-control.tsx';

const noNodes: readonly PlacedNode[] = [];

/** Room below the last lane. */
const footPx = 40;

const toggled = (items: readonly string[], item: string): readonly string[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item];

/** What nodes can do, on the address of the page. */
function useActions(hover: (target: string | undefined) => void): GraphActions {
  const { expanded, folded, focus } = useUrlState();
  const setUrl = useSetUrlState();
  const connect = use(ConnectContext);
  return useMemo(
    () => ({
      select: (node, row) => setUrl({ selection: selectionAt(node, row), tab: 'summary' }),
      toggleFocus: (node, row) => setUrl({ focus: focus === undefined ? selectionAt(node, row) : undefined }),
      connect: (node, row) => {
        const target = connectTargetOf(selectionAt(node, row));
        if (target !== undefined)
          connect?.ask({ ...target, isDefaultBackend: row?.kind === 'default-backend' });
      },
      toggleExpanded: (nodeId) => setUrl({ expanded: toggled(expanded, nodeId) }, { isReplacing: true }),
      isExpanded: (nodeId) => expanded.includes(nodeId),
      toggleFolded: (namespace) => setUrl({ folded: toggled(folded, namespace) }, { isReplacing: true }),
      hover,
    }),
    [setUrl, expanded, folded, focus, hover, connect],
  );
}

/** The question's part that the address and the size of the canvas decide. */
function useView(zoom: number, canvasWidth: number): GraphViewQuestion {
  const { namespaces: chosen, classNames, folded, expanded, onlyProblems } = useUrlState();
  const namespaces = useGraphScope()?.namespaces ?? chosen;
  const traced = useShownTrace()?.expandedNode;
  return useMemo<Omit<ViewState, 'marked'>>(
    () => ({
      level: levelOf(zoom),
      metrics: metricsFor(canvasWidth, zoom),
      namespaces,
      classNames,
      foldedNamespaces: folded,
      expandedNodes: traced === undefined ? expanded : [...expanded, traced],
      onlyProblems,
    }),
    [zoom, canvasWidth, namespaces, classNames, folded, expanded, traced, onlyProblems],
  );
}

/** Scrolls to the selection, else to what is traced, else the focus, once when it is not in view: after opening a shared address for instance. */
function useScrollToSelection(view: GraphViewQuestion, zoom: GraphZoom, sizes: PictureSizes): void {
  const { selection, focus } = useUrlState();
  const start = useGraphScope()?.start;
  const traced = useShownTrace()?.center;
  const id = selection?.id ?? traced ?? focus?.id ?? (start === undefined ? '' : keyOfRef(start));
  const place = useAnswer({ kind: 'graphPlace', view, id, ...useDraftOfQuestion() }).data;
  const shown = useRef('');
  const { scrollTo, viewport } = zoom;
  const { pictureHeight, canvasHeight } = sizes;
  // Synchronises with the scroll place of React Flow; runs its course once for each selection.
  useEffect(() => {
    if (
      place === undefined ||
      place === null ||
      canvasHeight === 0 ||
      pictureHeight === 0 ||
      shown.current === id
    )
      return;
    shown.current = id;
    const { top, height } = partInView(viewport, canvasHeight);
    if (place.y >= top && place.y + Math.min(place.height, height) <= top + height) return;
    scrollTo(place.y - height / 4);
  }, [place, id, viewport, scrollTo, pictureHeight, canvasHeight]);
}

interface LayersProps {
  readonly answer: GraphWindowAnswer;
  readonly overview: OverviewAnswer | undefined;
  readonly view: GraphViewQuestion;
  readonly viewport: Viewport;
  readonly canvas: ElementSize;
  readonly hovered: string | undefined;
  readonly summary: SummaryAnswer | undefined;
  readonly onViewportChange: (viewport: Viewport) => void;
}

/** What lies on the canvas: bars of the overview or the nodes of the window, and the Exposure column above them. */
function Layers(props: LayersProps): ReactNode {
  const { answer, overview, view, viewport, canvas, hovered, summary, onViewportChange } = props;
  const { selection } = useUrlState();
  const focus = useShownFocus();
  const setUrl = useSetUrlState();
  const theme = useShownTheme();
  const isOverview = view.level === 'overview';
  return (
    <>
      {isOverview ? (
        <OverviewBackdrop key={theme} overview={overview} viewport={viewport} canvas={canvas} />
      ) : null}
      <GraphCanvas
        answer={answer}
        look={{
          metrics: view.metrics,
          isCompact: view.level === 'compact',
          isOverview,
          hasLaneHeads: answer.accounting.namespaces !== 1,
          hovered,
          selection,
          focus,
        }}
        namespaces={summary?.namespaces ?? []}
        viewport={viewport}
        canvas={canvas}
        onViewportChange={onViewportChange}
        onEmptyClick={() => setUrl({ selection: undefined })}
      />
      {isOverview ? null : (
        <ExposureColumn
          answer={answer}
          metrics={view.metrics}
          scale={viewport.zoom}
          selection={selection}
          isCompact={view.level === 'compact'}
        />
      )}
    </>
  );
}

/** The answers that the picture needs, asked for what is in view. */
function usePicture(canvas: ElementSize): {
  readonly view: GraphViewQuestion;
  readonly overview: OverviewAnswer | undefined;
  readonly answer: GraphWindowAnswer | undefined;
  readonly isOnTheWay: boolean;
  readonly zoom: GraphZoom;
  readonly sizes: PictureSizes;
} {
  const { selection } = useUrlState();
  const zoomState = useZoomState();
  const view = useView(zoomState[0].zoom, canvas.width);
  const draft = useDraftOfQuestion();
  const overview = useAnswer({ kind: 'graphOverview', view, ...draft }).data;
  const sizes = { pictureHeight: (overview?.height ?? 0) + footPx, canvasHeight: canvas.height };
  const zoom = buildGraphZoom(zoomState, sizes);
  const selected = selection === undefined ? {} : { selected: printSelection(selection) };
  const rectangle = windowFor(zoom.viewport, canvas);
  const { data: answer, isPlaceholderData } = useAnswer({
    kind: 'graphWindow',
    view,
    rectangle,
    ...selected,
    ...draft,
  });
  return { view, overview, answer, isOnTheWay: isPlaceholderData, zoom, sizes };
}

/** Nothing in any lane, not even what may not be seen: ways in alone are no picture. */
const hasNothing = ({ nodes, columns }: GraphWindowAnswer): boolean =>
  columns.ingresses + columns.services + columns.missing + columns.workloads === 0 &&
  nodes.every(({ node }) => node.column === 'exposure');

export interface GraphViewProps {
  readonly summary: SummaryAnswer | undefined;
  /** What is shown while there is nothing to draw. */
  readonly empty: ReactNode;
}

/** The picture: column heads, pinned Exposure column, the window of lanes, and the whole cluster in a strip. */
export function GraphView({ summary, empty }: GraphViewProps): ReactNode {
  const { graph } = useMessages();
  const theme = useShownTheme();
  const setUrl = useSetUrlState();
  const [canvasRef, canvas] = useElementSize<HTMLDivElement>();
  const [hovered, setHovered] = useState<string | undefined>();
  const { view, overview, answer, isOnTheWay, zoom, sizes } = usePicture(canvas);
  const actions = useActions(setHovered);
  const ownFocus = useGraphFocus();
  const trace = useShownTrace();
  const focus = trace?.focus ?? ownFocus;
  useScrollToSelection(view, zoom, sizes);
  useZoomKeys(zoom);
  const { choice, keys } = useFocusKeys({
    actions,
    answer,
    isOnTheWay,
    isCompact: view.level === 'compact',
    isOverview: view.level === 'overview',
    zoom,
    sizes,
  });
  const nodes = answer?.nodes ?? noNodes;
  const isEmpty = answer !== undefined && hasNothing(answer);
  const isDrawn = answer !== undefined && !isEmpty && canvas.width > 0;
  return (
    <GraphActionsContext value={actions}>
      <section
        className={styles.picture}
        aria-label={graph.title()}
        onWheel={(event) => {
          if (event.ctrlKey) zoom.step(event.deltaY < 0 ? 1 : -1);
        }}
      >
        <ColumnHeads columns={answer?.columns} metrics={view.metrics} viewport={zoom.viewport} />
        {isEmpty ? empty : null}
        <PictureGrid ref={canvasRef} nodes={nodes} keys={keys}>
          {isDrawn ? (
            <ShownFocusContext value={focus}>
              <Layers
                answer={answer}
                overview={overview}
                view={view}
                viewport={zoom.viewport}
                canvas={canvas}
                hovered={hovered}
                summary={summary}
                onViewportChange={zoom.setViewport}
              />
            </ShownFocusContext>
          ) : null}
        </PictureGrid>
        <EdgeChoice choice={choice} nodes={nodes} />
        <ZoomControl
          zoom={zoom.zoom}
          accounting={answer?.accounting}
          onStep={zoom.step}
          onReset={zoom.reset}
          onFit={zoom.fit}
        />
      </section>
      <OverviewStrip
        key={theme}
        overview={overview}
        height={canvas.height + 32}
        view={partInView(zoom.viewport, canvas.height)}
        onMove={zoom.scrollTo}
        onSelectNode={(id) => setUrl({ selection: selectionAt({ id }) })}
      />
    </GraphActionsContext>
  );
}
