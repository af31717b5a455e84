/** What was asked for on the command line, as far as requests are concerned. */
export interface AppSettings {
  readonly mode: 'demo' | 'serve';
  /** `--read-only`: nothing that could change the cluster goes upstream, dry runs included. */
  readonly isReadOnly: boolean;
  /** `--writable`: edits of the demo cluster are applied to it. */
  readonly isDemoWritable: boolean;
  readonly version: string;
  /** `--allowed-host`: names besides the loopback ones, lower case, without port. */
  readonly allowedHosts: readonly string[];
  /** `--context`; `undefined` leaves the choice to the kubeconfig. */
  readonly context: string | undefined;
  /** `--namespace`; `undefined` reads the whole cluster, or the context's namespace where that is forbidden. */
  readonly namespaces: readonly string[] | undefined;
}

/** "Check with the cluster" is answered: it changes nothing, but needs the right to. */
export const canDryRun = ({ isReadOnly }: AppSettings): boolean => !isReadOnly;

/** Changes are sent. What the identity may do is another question. */
export const canApply = ({ mode, isReadOnly, isDemoWritable }: AppSettings): boolean =>
  !isReadOnly && (mode === 'serve' || isDemoWritable);
