import type { Connection, EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { createContext } from 'react';

/** What is to be led elsewhere. */
export interface ConnectTarget {
  /** An Ingress, a Service, or a Service that is not there but that rules name. */
  readonly ref: ObjectRef<EditedKind> & { readonly namespace: string };
  /** Of an Ingress: its host, or host and path. */
  readonly row: readonly string[];
  /** Its default backend, which no row names. */
  readonly isDefaultBackend?: boolean;
  /** The workload that a Service is to select, where that is clear: the id of its node. */
  readonly pods?: string;
}

export interface Connect {
  /** Asks what is to lead where. */
  readonly ask: (target: ConnectTarget) => void;
  /** Opens a connection as a draft of the object that it is written in. */
  readonly open: (ref: ConnectTarget['ref'], connection: Connection) => void;
}

/** For every feature that shows what can be connected. `undefined` where there is no editor to open. */
export const ConnectContext = createContext<Connect | undefined>(undefined);
