import { ClusterProblem } from '../cluster-problem.ts';
import type { KubeConfigFacts, UserFacts } from './kube-config-facts.ts';

const groupMayRead = 0o040;
const groupMayWrite = 0o020;
const othersMayRead = 0o004;
const othersMayWrite = 0o002;

/** The file itself holds what it takes to act as the user. Paths and programs give nothing away. */
const holdsCredential = ({ token, password, keyData, authProvider }: UserFacts): boolean =>
  [token, password, keyData].some((text) => text !== undefined && text !== '') ||
  (authProvider !== undefined && authProvider.config.size > 0);

const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;

/**
 * What POSIX permissions (`mode` of stat) let others do with a kubeconfig, as one line for whoever starts Fairlead;
 * `undefined` when all is well. Throws KUBECONFIG_EXPOSED where every user of the machine may write it: a kubeconfig names
 * programs that are run. Readable credentials are told and not refused, as many installers and mounts leave them so.
 */
export function judgePermissions(path: string, mode: number, facts: KubeConfigFacts): string | undefined {
  const isSecret = [...facts.users.values()].some(holdsCredential);
  const may = (bits: number): boolean => (mode & bits) !== 0;
  if (may(othersMayWrite)) throw exposed(path, 'be written by every user of this machine');
  if (isSecret && may(othersMayRead))
    return notice(path, 'be read by every user of this machine, and holds credentials');
  if (may(groupMayWrite)) return notice(path, 'be written by its group');
  if (isSecret && may(groupMayRead)) return notice(path, 'be read by its group, and holds credentials');
  return undefined;
}

const notice = (path: string, what: string): string =>
  `The kubeconfig ${path} can ${what}. Run: chmod 600 ${quoted(path)}`;

const exposed = (path: string, what: string): ClusterProblem =>
  new ClusterProblem('KUBECONFIG_EXPOSED', `The kubeconfig ${path} can ${what}.`, {
    hint: `Run: chmod 600 ${quoted(path)} (or use a copy of your own). Fairlead reads the file again as soon as it changes.`,
  });
