/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a fieldset is for the fields of a form */
import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { GraphWindowAnswer } from '../../workers/questions.ts';
import styles from './graph.module.css';

export interface ZoomControlProps {
  readonly zoom: number;
  readonly accounting: GraphWindowAnswer['accounting'] | undefined;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onReset: () => void;
  readonly onFit: () => void;
}

/** At the foot of the Exposure column: nothing floats over the graph. */
export function ZoomControl({ zoom, accounting, onStep, onReset, onFit }: ZoomControlProps): ReactNode {
  const { graph } = useMessages();
  return (
    <div className={styles.foot}>
      <div className={styles.zoom} role="group" aria-label={graph.zoom()}>
        <IconButton size="small" label={graph.zoomOut()} onPress={() => onStep(-1)}>
          <Minus size={14} aria-hidden />
        </IconButton>
        <button
          type="button"
          className={styles.zoomValue}
          aria-label={graph.zoomReset(zoom)}
          onClick={onReset}
        >
          {graph.percent(zoom)}
        </button>
        <IconButton size="small" label={graph.zoomIn()} onPress={() => onStep(1)}>
          <Plus size={14} aria-hidden />
        </IconButton>
        <IconButton size="small" label={graph.zoomFit()} onPress={onFit}>
          <Maximize size={14} aria-hidden />
        </IconButton>
      </div>
      {accounting === undefined || accounting.total === 0 ? null : (
        <p className={styles.account}>
          <StatusIcon
            tone={accounting.drawn + accounting.counted === accounting.total ? 'ok' : 'warning'}
            size={13}
          />
          <span>{graph.accounting(accounting)}</span>
        </p>
      )}
      <a
        className={styles.attribution}
        href="https://reactflow.dev"
        target="_blank"
        rel="noopener noreferrer"
      >
        {graph.attribution()}
      </a>
    </div>
  );
}
