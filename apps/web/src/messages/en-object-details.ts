import type { FindingFix } from '@fairlead/diagnostics';
import type { Kind, ObjectRef } from '@fairlead/kube-objects';
import type { Column } from '@fairlead/resource-graph';
import { buildCommonMessages, type CommonMessages } from './en-common.ts';
import type { Formats } from './format.ts';

type Change = NonNullable<FindingFix['change']>;

const columnWords: Readonly<Record<Column, string>> = {
  exposure: 'ways in',
  ingress: 'Ingresses',
  service: 'Services',
  pods: 'workloads and Pods',
};

interface MissingVerb {
  readonly verb: string;
  readonly kind: Kind;
  readonly resource: string;
  readonly namespace: string;
}

const nameOf = ({ kind, name }: ObjectRef): string => `${kind} ${name}`;

/** Words about what stands in the picture without being an object. */
const buildPictureMessages = ({ mayNotSee }: Pick<CommonMessages, 'mayNotSee'>) => ({
  clients: {
    title: () => 'Clients',
    subtitle: () => 'Outside the cluster',
    text: () =>
      'Whoever sends requests to this cluster: browsers, other programs, load balancers. Requests come in through an ingress controller, or straight to a Service of type NodePort or LoadBalancer.',
  },
  controller: {
    subtitle: () => 'Ingress controller',
    text: (name: string) =>
      `The program that reads the Ingresses of its classes and passes requests on to Services. IngressClasses name it as \`${name}\` in \`spec.controller\`.`,
  },
  missingService: {
    title: (name: string) => `Service ${name} does not exist`,
    subtitle: (namespace: string) => `Named in namespace ${namespace}, but not there`,
    text: (namespace: string) =>
      `Rules send requests to it, and the controller has nowhere to pass them on to. An Ingress can only use Services of its own namespace, \`${namespace}\`.`,
    advice: () => 'Create the Service, or let the rule name another one.',
  },
  missingClass: {
    title: (name: string) => `IngressClass ${name} does not exist`,
    subtitle: () => 'Named by an Ingress, but not there',
    text: () =>
      'No controller takes care of an Ingress whose class does not exist: its rules have no effect until the class is there.',
    advice: () => 'Let the Ingress name a class that exists, or install the controller that brings this one.',
  },
  unreadClass: {
    title: (name: string) => `IngressClass ${name}`,
    subtitle: () => 'Not readable for you',
    text: () =>
      'Ingresses name this class. You may not read IngressClasses, so nobody can tell here whether it exists and which controller it belongs to.',
  },
  annotatedClass: {
    title: (name: string) => `Ingress class ${name}`,
    subtitle: () => 'Named by annotation, no IngressClass',
    text: () =>
      'Ingresses name this class in the annotation `kubernetes.io/ingress.class`. Controllers that follow the annotation need no IngressClass, so nobody can tell here whether one takes care of them.',
  },
  endpoints: {
    title: (name: string) => `Addresses of ${name}`,
    subtitle: (namespace: string) => `EndpointSlices in namespace ${namespace}`,
    text: (name: string) =>
      `Somebody wrote these addresses into EndpointSlices by hand; no selector keeps them up to date. They belong to the Service \`${name}\`.`,
  },
  external: {
    title: () => 'Name outside the cluster',
    subtitle: (name: string, namespace: string) => `Where Service ${name} in namespace ${namespace} leads`,
    text: () =>
      'A Service of type ExternalName is an alias in the DNS of the cluster: no endpoints, no ports that are translated. Whoever uses it talks to this name directly.',
  },
  hidden: {
    title: () => 'Hidden by your permissions',
    subtitle: (namespace: string) => `Namespace ${namespace}`,
    text: (column: Column, namespace: string) =>
      `Something refers to ${columnWords[column]} of namespace \`${namespace}\`, or they may be there; you may not list them.`,
    kinds: (kinds: readonly Kind[], namespace: string) => `${mayNotSee(kinds, namespace)}.`,
  },
  finished: {
    title: () => 'Finished Pods',
    subtitle: (namespace: string) => `Namespace ${namespace}`,
    text: () =>
      'Pods that have succeeded or failed and belong to nothing that still runs. No Service reaches them.',
  },
  folded: {
    title: () => 'Without problems',
    subtitle: (namespace: string) => `Namespace ${namespace}`,
    text: (column: Column) =>
      `These ${columnWords[column]} have no problems and lie on no way with one. The filter “Problems” folds them into one row; take it away to see each of them.`,
  },
  unknown: {
    title: () => 'There is nothing of this name in the picture',
    text: () => 'The address names something that is not there (any more).',
  },
  namedBy: () => 'Named by',
  nothingNamesIt: () => 'Nothing names it any more.',
  belongsTo: () => 'Belongs to',
});

/** Words of the details panel. */
export const buildObjectDetailsMessages = (formats: Formats) => {
  const { count, plural, shortClock } = formats;
  const { kindPlural } = buildCommonMessages(formats);
  return {
    label: () => 'Details',
    subtitle: ({ kind, namespace }: Pick<ObjectRef, 'kind' | 'namespace'>) =>
      namespace === undefined ? kind : `${kind} in namespace ${namespace}`,
    nameOf,
    inNamespace: ({ kind, namespace, name }: ObjectRef) =>
      namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`,
    problemCount: (value: number) =>
      `${count(value)} ${plural(value, { one: 'problem', other: 'problems' })}`,
    beingDeleted: () => 'being deleted',
    showInGraph: () => 'Show in graph',
    close: (name: string) => `Close the details of ${name}`,
    tabsLabel: (name: string) => `Details of ${name}`,
    tabs: {
      summary: () => 'Summary',
      problems: () => 'Problems',
      yaml: () => 'YAML',
      events: () => 'Events',
      usedBy: () => 'Used by',
    },
    loading: (ref: ObjectRef) => `Loading ${nameOf(ref)}…`,
    gone: (ref: ObjectRef) => `${nameOf(ref)} does not exist (any more)`,
    namedHint: () => 'Other objects name it all the same.',
    goneHint: () => 'It was there when the address was copied, or until just now.',
    notListed: (kinds: string, namespace: string | undefined) =>
      namespace === undefined ? `You may not list ${kinds}.` : `You may not list ${kinds} in ${namespace}.`,
    askFor: (resources: readonly string[]) =>
      `Ask for \`get, list, watch\` on ${formats.list(resources.map((resource) => `\`${resource}\``))}.`,
    edit: {
      action: () => 'Edit',
      asking: () => 'Asking the API server what you may change.',
      readOnly: () => 'Fairlead was started read-only.',
      forbidden: ({ verb, kind, resource, namespace }: MissingVerb) =>
        `You may not ${verb} ${kindPlural(kind)} in ${namespace}. Ask for ${verb} on ${resource}.`,
    },
    notServed: (kinds: string) => `The API server does not serve ${kinds}.`,
    listFailed: (kinds: string) => `${kinds} could not be listed. Fairlead keeps trying.`,
    failed: (ref: ObjectRef) => `The details of ${nameOf(ref)} could not be worked out.`,
    serverGone: () => 'Fairlead itself does not answer.',
    serverGoneHint: () =>
      'If you use a port-forward, start it again; this page reconnects on its own. What is shown beside this is kept.',
    unexpected: () => 'What came back is not what was asked for.',
    fixes: (value: number) => (value === 1 ? 'How to fix it' : 'Ways to fix it'),
    fixNote: () =>
      'Fairlead edits Services and Ingresses. Changes of other objects are shown: make them with the tool you use for this cluster.',
    changeOf: (change: Change) => `${change.field} of ${nameOf(change.ref)}`,
    removed: () => 'now',
    added: () => 'then',
    since: (age: string) => `since ${age}`,
    otherProblems: () => 'Other problems',
    noProblems: (ref: ObjectRef) => `No problems of ${nameOf(ref)} are known.`,
    requests: () => 'Requests it touches',
    moreRequests: (rest: number) => `and ${count(rest)} more`,
    selectedRule: {
      ruleTitle: () => 'Selected rule',
      hostTitle: () => 'Selected host',
      portTitle: () => 'Selected port',
      gone: (text: string) => `The row \`${text}\` is not in this object (any more).`,
      anyHost: () => 'any other host',
      everyPath: () => 'every path',
      request: () => 'Request',
      backend: () => 'Backend',
      noBackend: () => 'none',
      port: () => 'Port',
      targetPort: () => 'Target port',
      nodePort: () => 'Node port',
      leadsTo: () => 'Leads to',
      tls: () => 'TLS',
      tlsOn: () => 'on',
      tlsOff: () => 'off',
    },
    route: () => 'Route',
    routes: (value: number) => `Routes ${count(value)}`,
    routeNumber: (number: number, all: number) => `Route ${count(number)} of ${count(all)}`,
    hopState: {
      ok: () => 'OK',
      error: () => 'Breaks here',
      warning: () => 'Warning',
      unknown: () => 'Not reached',
    },
    moreRoutes: (rest: number) =>
      `Show ${count(rest)} more ${plural(rest, { one: 'route', other: 'routes' })}`,
    fewerRoutes: () => 'Show fewer routes',
    facts: () => 'Facts',
    addresses: () => 'Addresses',
    tryIt: () => 'Try it',
    moreAddresses: (rest: number) =>
      `Show ${count(rest)} more ${plural(rest, { one: 'address', other: 'addresses' })}`,
    fewerAddresses: () => 'Show fewer addresses',
    copyAddress: (label: string, text: string) => `Copy ${label} ${text}`,
    opensNewTab: () => 'opens in a new tab',
    containers: () => 'Containers',
    container: {
      ready: () => 'ready',
      notReady: () => 'not ready',
      waiting: (reason: string | undefined) => (reason === undefined ? 'waiting' : `waiting: ${reason}`),
      ended: (reason: string | undefined, exitCode: number | undefined) =>
        `ended${reason === undefined ? '' : `: ${reason}`}${exitCode === undefined ? '' : `, exit code ${exitCode}`}`,
      unknown: () => 'state not known',
      init: () => 'init container',
      restarts: (value: number) => `${count(value)} ${plural(value, { one: 'restart', other: 'restarts' })}`,
      noPorts: () => 'no port declared',
    },
    conditions: () => 'Conditions',
    labels: (value: number) => `Labels ${count(value)}`,
    annotations: (value: number) => `Annotations ${count(value)}`,
    moreEntries: (rest: number) => `and ${count(rest)} more, in the YAML`,
    yaml: {
      label: (ref: ObjectRef) => `YAML of ${nameOf(ref)}`,
      copy: () => 'Copy YAML',
      copied: () => 'YAML copied',
      showManaged: () => 'Show managedFields',
      hideManaged: () => 'Hide managedFields',
      managedLeftOut: (value: number) =>
        `managedFields is left out (${count(value)} ${plural(value, { one: 'entry', other: 'entries' })}).`,
      readAt: (atMs: number) => `As the API server sent it at ${shortClock(atMs)}.`,
      changed: () => 'The object has changed since.',
      loadAgain: () => 'Load again',
      loading: () => 'Asking the API server…',
    },
    events: {
      label: (ref: ObjectRef) => `Events of ${nameOf(ref)}`,
      none: (ref: ObjectRef) => `No events about ${nameOf(ref)}.`,
      noneHint: () => 'Most clusters keep events for an hour.',
      loading: () => 'Asking the API server…',
      type: { warning: () => 'Warning', normal: () => 'Normal' },
      age: (age: string) => `${age} ago`,
      times: (value: number) => `${count(value)} times`,
      by: (reporter: string) => `from ${reporter}`,
    },
    usedBy: {
      label: (ref: ObjectRef) => `What refers to ${nameOf(ref)}`,
      none: (ref: ObjectRef) =>
        ref.kind === 'Service'
          ? 'No Ingress leads to this Service. Programs in the cluster may still use it.'
          : `Nothing refers to ${nameOf(ref)}.`,
    },
    picture: buildPictureMessages(buildCommonMessages(formats)),
  };
};

export type ObjectDetailsMessages = ReturnType<typeof buildObjectDetailsMessages>;
