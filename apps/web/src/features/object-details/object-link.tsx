import { keyOfRef, type ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { KindIcon } from '../../ui/kind-icon.tsx';
import { selectionOf } from '../../url-state/selection.ts';
import { AddressLink } from './address-link.tsx';
import { iconOfKind } from './kind-look.ts';
import styles from './object-panel.module.css';
import { useAddresses } from './use-address.ts';

export interface ObjectLinkProps {
  readonly target: ObjectRef;
  /** The row to select in it: host and path, or a port id. */
  readonly row?: readonly string[];
  readonly hasIcon?: boolean;
  readonly children?: ReactNode;
}

/** Opens another object in this panel. */
export function ObjectLink({ target, row = [], hasIcon = false, children }: ObjectLinkProps): ReactNode {
  const { here } = useAddresses();
  return (
    <AddressLink
      key={keyOfRef(target)}
      address={here({ selection: selectionOf(target, row), tab: 'summary' })}
      className={styles.link}
    >
      {hasIcon ? <KindIcon name={iconOfKind(target.kind)} size={14} /> : null}
      <span className={styles.name}>{children ?? target.name}</span>
    </AddressLink>
  );
}
