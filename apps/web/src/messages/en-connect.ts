import type { StringMap } from '@fairlead/kube-objects';
import type { Formats } from './format.ts';

/** What is led elsewhere, and where it leads now. */
type ConnectFrom =
  | {
      readonly kind: 'path';
      readonly host: string;
      readonly path: string;
      readonly pathType: string;
      readonly backend: string;
    }
  | { readonly kind: 'default-backend'; readonly backend: string }
  | { readonly kind: 'new-path'; readonly host: string }
  | { readonly kind: 'selector'; readonly selector: StringMap };

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

const hostOf = (host: string): string => (host === '' ? 'any host' : host);

/** Words of "Connect to…": what leads where. */
export const buildConnectMessages = ({ count }: Formats) => {
  const pods = (n: number): string => `${count(n)} ${plural(n, 'Pod', 'Pods')}`;
  return {
    action: () => 'Connect to…',
    key: () => 'connect the selection to a Service or to Pods',
    title: (name: string) => `Connect ${name}`,
    close: () => 'Close',
    loading: () => 'Reading what can be connected.',
    nothing: (name: string) =>
      `Nothing of ${name} can be connected here: it has no host, no default backend and no selector that counts.`,
    notPermitted: () => 'You may look at what would be connected; a change will not be sent:',
    from: {
      label: () => 'What',
      help: () => 'A path, the default backend, or a new path of a host.',
      name: (from: ConnectFrom): string => {
        switch (from.kind) {
          case 'path':
            return `${hostOf(from.host)} ${from.path === '' ? 'every path' : from.path}, ${from.pathType}`;
          case 'default-backend':
            return 'Default backend';
          case 'new-path':
            return `New path of ${hostOf(from.host)}`;
          case 'selector':
            return 'Selector';
        }
      },
      now: (from: ConnectFrom): string => {
        switch (from.kind) {
          case 'path':
          case 'default-backend':
            return from.backend === '' ? 'leads nowhere now' : `leads to ${from.backend} now`;
          case 'new-path':
            return 'added behind the others';
          case 'selector': {
            const pairs = Object.entries(from.selector).map(([key, value]) => `${key}=${value}`);
            return pairs.length === 0 ? 'selects nothing by itself now' : `selects ${pairs.join(', ')} now`;
          }
        }
      },
      gone: () => 'What was chosen is not there any more.',
      inIngress: (name: string) => `in Ingress ${name}`,
    },
    path: {
      label: () => 'New path',
      placeholder: () => '/ and the name of the Service',
      help: () => 'Prefix: it and everything below it. The form offers the other kinds.',
      refusal: () => 'A path begins with /.',
    },
    services: {
      label: () => 'Service and port',
      placeholder: () => 'Find a Service or port',
      port: (service: string, port: string) => `${service}:${port}`,
      detail: (number: number, ready: number | undefined) =>
        ready === undefined ? `port ${number}` : `port ${number} · ${pods(ready)} ready`,
      external: (number: number) => `port ${number} · outside the cluster`,
      none: (namespace: string) => `No Service in ${namespace} has a TCP port.`,
      unknown: (namespace: string) => `You may not see the Services in ${namespace}.`,
      more: (n: number) => `${count(n)} more Services are not listed. The form takes any name.`,
    },
    workloads: {
      label: () => 'Pods of',
      placeholder: () => 'Find a Deployment, StatefulSet or Pod',
      name: (kind: string, name: string) => `${kind} ${name}`,
      detail: (ready: number, all: number) => `${count(ready)} of ${pods(all)} ready`,
      none: (namespace: string) => `No Pods in ${namespace} have labels to find them by.`,
      unknown: (namespace: string) => `You may not see the Pods in ${namespace}.`,
    },
    labels: {
      legend: (kind: string, name: string) => `Labels that find the Pods of ${kind} ${name}`,
      help: () => 'The selector becomes the labels that are ticked; a Pod must carry all of them.',
      label: (key: string, value: string) => `${key}: ${value}`,
      counting: () => 'Counting Pods.',
      none: () => 'Tick at least one label: an empty selector finds no Pods.',
      selects: (owners: readonly { readonly kind: string; readonly name: string; readonly pods: number }[]) =>
        owners.length === 0
          ? 'Selects no Pods.'
          : `Selects ${owners.map(({ kind, name, pods: n }) => `${pods(n)} of ${kind} ${name}`).join(', ')}.`,
      back: () => 'Other Pods',
    },
    empty: (text: string) => `Nothing is called “${text}”.`,
    open: () => 'Open as draft',
    hint: () => 'Opens the form with the change as a draft. Nothing is sent before you apply it.',
    doesNotFit: (kind: string, name: string) => `${kind} ${name} leads there already, or has changed since.`,
    doesNotFitDraft: (kind: string, name: string) =>
      `Your draft of ${kind} ${name} leads there already, or cannot be read now.`,
    dropHint: (name: string) => `Drop to connect with ${name}`,
  };
};

export type ConnectMessages = ReturnType<typeof buildConnectMessages>;
