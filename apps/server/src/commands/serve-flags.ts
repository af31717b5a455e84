import { resolve } from 'node:path';
import { UsageError } from './command-line.ts';
import { listenHelp, listenOptions, readListenFlags, type ListenFlags } from './listen-flags.ts';
import { parseFlags } from './parse-flags.ts';

export interface ServeFlags extends ListenFlags {
  /** An absolute path. */
  readonly kubeconfig: string | undefined;
  readonly context: string | undefined;
  readonly namespaces: readonly string[] | undefined;
}

export const serveHelp = `fairlead serve: show the cluster of a kubeconfig

  --kubeconfig FILE     use this file (default: KUBECONFIG, else ~/.kube/config, else the Pod's service account)
  --context NAME        open this context first (default: the current one)
  --namespace A,B       read only these namespaces; may be repeated
${listenHelp}`;

/** The flags, or the help that was asked for. */
export function parseServeFlags(args: readonly string[], workingFolder: string): ServeFlags | 'help' {
  const values = parseFlags(args, {
    kubeconfig: { type: 'string' },
    context: { type: 'string' },
    namespace: { type: 'string', multiple: true },
    ...listenOptions,
  });
  if (values.help === true) return 'help';
  const { kubeconfig, context, namespace } = values;
  if (kubeconfig === '') throw new UsageError('--kubeconfig needs the path of a file.');
  if (context === '') throw new UsageError('--context needs the name of a context.');
  return {
    ...readListenFlags(values),
    kubeconfig: kubeconfig === undefined ? undefined : resolve(workingFolder, kubeconfig),
    context,
    namespaces: namespace === undefined ? undefined : readNamespaces(namespace),
  };
}

function readNamespaces(texts: readonly string[]): readonly string[] {
  const names = texts.flatMap((text) => text.split(',')).map((name) => name.trim());
  for (const name of names) {
    if (!/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name))
      throw new UsageError(`--namespace: "${name}" is no name of a namespace.`);
  }
  return [...new Set(names)];
}
