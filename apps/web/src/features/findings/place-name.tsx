import type { Kind, ObjectRef } from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { KindIcon, type KindIconName } from '../../ui/kind-icon.tsx';
import styles from './findings.module.css';

const icons: Readonly<Partial<Record<Kind, KindIconName>>> = {
  Ingress: 'ingress',
  Service: 'service',
  Pod: 'pods',
  EndpointSlice: 'service',
  IngressClass: 'class',
  Node: 'node',
};

/** Icon, namespace and name of the object a problem sits in. */
export function PlaceName({ objectRef }: { readonly objectRef: ObjectRef }): ReactNode {
  const { kind, namespace, name } = objectRef;
  const text = namespace === undefined ? name : `${namespace}/${name}`;
  return (
    <>
      <KindIcon name={icons[kind] ?? 'pods'} size={14} />
      <span className={styles.place} title={`${kind} ${text}`}>
        <span className="visually-hidden">{kind} </span>
        {text}
      </span>
    </>
  );
}
