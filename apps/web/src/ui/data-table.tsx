/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows that are placed by hand cannot live in a table element */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './data-table.module.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track: `minmax(140px, 1.2fr)`, `72px`. */
  readonly width: string;
  readonly isNumeric?: boolean;
  readonly isSortable?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: {
    readonly total: number;
    /** `undefined`: not here yet. */
    readonly at: (index: number) => Row | undefined;
    readonly keyOf: (row: Row) => string;
    readonly height: number;
    /** Which rows are looked at; called with whole pages so that scrolling asks seldom. */
    readonly onRange: (from: number, count: number) => void;
  };
  readonly sort?: {
    /** A column id, with `-` in front for descending. */
    readonly by: string | undefined;
    readonly onChange: (by: string) => void;
    readonly label: (column: string) => string;
  };
  readonly selectedKey?: string | undefined;
  readonly onOpen: (row: Row) => void;
}

const pageSize = 100;

/** The least width of all tracks together: head and rows must agree on it to stay in line. */
const leastWidthOf = (columns: readonly { readonly width: string }[]): number =>
  columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 0);
const defaultViewport = { width: 1200, height: 800 };

function activeAfterKey(
  key: string,
  { active, total, page }: Record<'active' | 'total' | 'page', number>,
): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(total - 1, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(total - 1, active + page);
    case 'PageUp':
      return Math.max(0, active - page);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return active;
  }
}

/** Text that does not fit ends in an ellipsis and is whole in its tooltip. What a column renders otherwise sees to that itself. */
function CellContent({ content }: { readonly content: ReactNode }): ReactNode {
  return typeof content === 'string' && content !== '' ? <span title={content}>{content}</span> : content;
}

interface HeadProps<Row> extends Pick<DataTableProps<Row>, 'columns' | 'sort'> {
  readonly template: string;
  readonly minWidth: number;
}

function ariaSort(by: string | undefined, id: string): 'ascending' | 'descending' | 'none' {
  if (by === id) return 'ascending';
  return by === `-${id}` ? 'descending' : 'none';
}

function Head<Row>({ columns, sort, template, minWidth }: HeadProps<Row>): ReactNode {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.head}
      style={{ gridTemplateColumns: template, minWidth }}
    >
      {columns.map(({ id, header, isNumeric = false, isSortable = false }) => {
        const direction = ariaSort(sort?.by, id);
        const sorting = isSortable && sort !== undefined ? { 'aria-sort': direction } : {};
        return (
          <div
            key={id}
            role="columnheader"
            {...sorting}
            className={classNames(styles.headCell, isNumeric && styles.numeric)}
          >
            {isSortable && sort !== undefined ? (
              <button
                type="button"
                className={styles.sort}
                title={sort.label(header)}
                onClick={() => sort.onChange(direction === 'ascending' ? `-${id}` : id)}
              >
                {header}
                {direction === 'ascending' ? <ArrowUp size={12} aria-hidden /> : null}
                {direction === 'descending' ? <ArrowDown size={12} aria-hidden /> : null}
              </button>
            ) : (
              header
            )}
          </div>
        );
      })}
    </div>
  );
}

/**
 * A grid of any length: only the rows in view are in the document. It is one tab stop; arrows, Page and Home/End move
 * the active row, Enter opens it. Sorting is asked for, never done here.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, rows, sort, selectedKey, onOpen } = props;
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeIndex, setActiveIndex] = useState(0);
  const active = Math.max(0, Math.min(activeIndex, rows.total - 1));
  // oxlint-disable-next-line react/incompatible-library -- the virtualiser's functions are called in render, never kept
  const virtualiser = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rows.height,
    overscan: 12,
    initialRect: defaultViewport,
    scrollPaddingStart: 30,
  });
  const visible = virtualiser.getVirtualItems();
  const from = Math.floor((visible[0]?.index ?? 0) / pageSize) * pageSize;
  const count = Math.ceil(((visible.at(-1)?.index ?? 0) + 1 - from) / pageSize) * pageSize;
  const { onRange } = rows;
  // The outside system is the source of the rows: it is told which of them are looked at.
  useEffect(() => onRange(from, count), [onRange, from, count]);

  const template = columns.map(({ width }) => width).join(' ');
  const minWidth = leastWidthOf(columns);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || rows.total === 0) return;
    const row = rows.at(active);
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      return onOpen(row);
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rows.height) - 1);
    const next = activeAfterKey(event.key, { active, total: rows.total, page });
    if (next === active) return;
    event.preventDefault();
    setActiveIndex(next);
    virtualiser.scrollToIndex(next);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={rows.total === 0 ? undefined : `${gridId}-${active}`}
      tabIndex={0}
      data-list-grid=""
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <Head
        columns={columns}
        template={template}
        minWidth={minWidth}
        {...(sort === undefined ? {} : { sort })}
      />
      <div role="rowgroup" className={styles.body} style={{ height: virtualiser.getTotalSize(), minWidth }}>
        {visible.map(({ index, start, size }) => {
          const row = rows.at(index);
          const isSelected = row !== undefined && rows.keyOf(row) === selectedKey;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys of its rows
            <div
              key={index}
              id={`${gridId}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isSelected}
              tabIndex={-1}
              className={styles.row}
              data-active={index === active}
              style={{ gridTemplateColumns: template, height: size, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActiveIndex(index);
                scroller.current?.focus({ preventScroll: true });
                if (row !== undefined) onOpen(row);
              }}
            >
              {columns.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={classNames(styles.cell, column.isNumeric === true && styles.numeric)}
                >
                  {row === undefined ? null : <CellContent content={column.render(row)} />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
