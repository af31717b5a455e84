import type { Severity } from '@fairlead/diagnostics';
import type { Kind } from '@fairlead/kube-objects';
import type { StatusTone } from '../ui/status-icon.tsx';
import type { Formats } from './format.ts';

const kindPlurals: Readonly<Record<Kind, string>> = {
  Namespace: 'Namespaces',
  Node: 'Nodes',
  IngressClass: 'IngressClasses',
  Service: 'Services',
  Ingress: 'Ingresses',
  EndpointSlice: 'EndpointSlices',
  Pod: 'Pods',
  Deployment: 'Deployments',
  ReplicaSet: 'ReplicaSets',
  StatefulSet: 'StatefulSets',
  DaemonSet: 'DaemonSets',
  Job: 'Jobs',
};

const toneWords: Readonly<Record<StatusTone, string>> = {
  error: 'Error',
  warning: 'Warning',
  info: 'Hint',
  ok: 'OK',
  'not-checked': 'Not checked',
};

/** Words that more than one place uses. */
export const buildCommonMessages = ({ count, plural, list }: Formats) => ({
  close: () => 'Close',
  notices: () => 'Notices',
  tryAgain: () => 'Try again',
  tryNow: () => 'Try now',
  copy: (what: string) => `Copy ${what}`,
  copied: () => 'Copied',
  copyDetails: () => 'Copy details',
  copyLink: () => 'Copy link',
  linkCopied: () => 'Link copied',
  clearFilter: () => 'Clear the filter',
  panelFailed: () => 'This panel failed and the rest still works.',
  none: () => 'none',
  unknown: () => 'not known',
  loading: () => 'Loading…',
  resizePanel: () => 'Width of the details',
  kindPlural: (kind: Kind) => kindPlurals[kind],
  /** Kinds whose objects permissions hide in a namespace. */
  mayNotSee: (kinds: readonly Kind[], namespace: string) =>
    `You may not see ${list(kinds.map((kind) => kindPlurals[kind]))} in ${namespace}`,
  kindCount: (kind: Kind, value: number) =>
    `${count(value)} ${plural(value, { one: kind, other: kindPlurals[kind] })}`,
  tone: (tone: StatusTone) => toneWords[tone],
  severity: (severity: Severity) => toneWords[severity],
  problems: (value: number) => `${count(value)} ${plural(value, { one: 'problem', other: 'problems' })}`,
  namespaces: (value: number) =>
    `${count(value)} ${plural(value, { one: 'namespace', other: 'namespaces' })}`,
});

export type CommonMessages = ReturnType<typeof buildCommonMessages>;
