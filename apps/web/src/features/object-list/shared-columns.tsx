import type { Severity } from '@fairlead/diagnostics';
import type { Messages } from '../../messages/en.ts';
import type { DataColumn } from '../../ui/data-table.tsx';
import { AgeCell, NameCell } from './cells.tsx';
import styles from './object-list.module.css';

type Heads = Messages['lists']['columns'];

interface NamedRow {
  readonly name: string;
  readonly namespace: string;
  readonly worst?: Severity;
}

/** State with name, and namespace: what the rows of every sortable list begin with. */
export const buildNameColumns = (heads: Heads): readonly DataColumn<NamedRow>[] => [
  {
    id: 'name',
    header: heads.name(),
    width: 'minmax(170px, 1.3fr)',
    isSortable: true,
    render: ({ name, worst }) => <NameCell name={name} worst={worst} />,
  },
  {
    id: 'namespace',
    header: heads.namespace(),
    width: 'minmax(96px, .7fr)',
    isSortable: true,
    render: ({ namespace }) => (
      <span className={styles.second} title={namespace}>
        {namespace}
      </span>
    ),
  },
];

/** How long ago the object was created: what they end with. */
export const buildAgeColumn = (heads: Heads): DataColumn<{ readonly createdAt?: string }> => ({
  id: 'age',
  header: heads.age(),
  width: '72px',
  isNumeric: true,
  isSortable: true,
  render: ({ createdAt }) => <AgeCell createdAt={createdAt} />,
});
