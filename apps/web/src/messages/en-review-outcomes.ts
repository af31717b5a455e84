import type { Danger, EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import type { Formats } from './format.ts';
import { valueWords } from './value-words.ts';

/** What a last look is taken at. */
export interface ConfirmedDraft {
  readonly operation: 'create' | 'update';
  readonly ref: ObjectRef<EditedKind>;
  /** Of a new object none. */
  readonly editCount: number;
  /** It takes an earlier change back. */
  readonly isUndo: boolean;
}

const valueOf = (value: Parameters<typeof valueWords>[0]): string => valueWords(value) ?? 'nothing';

/** Words of what comes after a check: choices of a conflict, a last look, what became of it, and deletion. */
export const buildOutcomeMessages = ({ count, plural, list }: Formats) => {
  const counted = (n: number, one: string, other: string): string =>
    `${count(n)} ${plural(n, { one, other })}`;
  return {
    conflict: {
      title: (kind: EditedKind) => `This ${kind} changed while you were editing`,
      by: (manager: string, age: string) => `Field manager \`${manager}\` updated it ${age} ago.`,
      summary: (combined: number, open: number) =>
        `Nothing of yours was sent. ${counted(combined, 'change combines', 'changes combine')} on ${combined === 1 ? 'its' : 'their'} own, ${count(open)} ${open === 1 ? 'needs' : 'need'} your choice.`,
      decided: () => 'Decided',
      chooseOne: () => 'Choose one',
      whenStarted: (value: string) => `When you started: ${value}`,
      options: { mine: () => 'Yours', theirs: () => 'Theirs, live now', value: () => 'Something else' },
      typeValue: () => 'Type a value',
      typedLabel: (place: string) => `Another value for ${place}`,
      badValue: () => 'This is not one value of YAML.',
      absent: () => 'not there',
      ordered: () => 'an order of its own',
      combined: () => 'Combined without conflict',
      combinedHow: () => 'matched by what they say, never by position',
      mine: () => 'Yours',
      theirs: () => 'Theirs',
      result: {
        live: () => 'Result against the live object',
        base: () => 'Result against what you started with',
        draft: () => 'Result against your draft',
      },
      open: (n: number) => counted(n, 'choice open', 'choices open'),
      allMade: () => 'All choices made',
      kept: () => 'Your draft stays saved in this browser',
      next: () => 'Next choice',
      choose: () => 'Choose',
    },
    reach: {
      missing: (service: string) => `Service ${service} does not exist`,
      pods: (ready: number, all: number) => `${count(ready)} of ${count(all)} Pods ready`,
    },
    dangers: {
      text: (danger: Danger): string => {
        switch (danger.code) {
          case 'immutable':
            return `${danger.keys.join('.')} cannot be changed once it is set: the API server refuses ${valueOf(danger.to)} in place of ${valueOf(danger.from)}.`;
          case 'type-change':
            return [
              `The type changes from ${danger.from} to ${danger.to}.`,
              danger.clears.length === 0 ? '' : `The API server clears ${list(danger.clears)}.`,
              danger.allocates.length === 0 ? '' : `It assigns ${list(danger.allocates)} anew.`,
            ]
              .filter((text) => text !== '')
              .join(' ');
          case 'headless-type':
            return `A headless Service cannot be of type ${danger.to}.`;
          case 'releases-addresses':
            return `The load balancer gives back ${list(danger.addresses)}. Who uses ${danger.addresses.length === 1 ? 'it' : 'them'} is cut off.`;
          case 'selector-removed':
            return 'No Pod is matched any more. The endpoints of now stay as they are and are no longer kept up to date.';
          case 'finalizer-removed':
            return `Nobody waits for ${danger.finalizer} any more: what it cleans up may stay behind.`;
          case 'delete':
            return danger.finalizers.length === 0
              ? 'The object is deleted.'
              : `The object is deleted as soon as ${list(danger.finalizers)} let it go.`;
        }
      },
      warning: (text: string) => `The API server warns: ${text}`,
      owned: (who: string, consequence: string) => `${who} ${consequence}`,
      introduces: (title: string) => `New problem: ${title}`,
      loses: (title: string) => `Requests fail: ${title}`,
    },
    confirm: {
      title: ({ operation, isUndo, editCount, ref: { kind, namespace = '', name } }: ConfirmedDraft) => {
        const what = `${kind} ${namespace}/${name}`;
        if (operation === 'create') return `Create ${what}?`;
        return isUndo ? `Undo the change of ${what}?` : `Apply ${counted(editCount, 'edit', 'edits')}?`;
      },
      because: () => 'Look at this first:',
      apply: ({ operation }: ConfirmedDraft) => (operation === 'create' ? 'Create' : 'Apply'),
      back: () => 'Back to the draft',
      typeName: (name: string) => `Type ${name} to confirm`,
    },
    result: {
      title: {
        create: (name: string) => `${name} was created.`,
        update: (name: string) => `${name} was changed.`,
        delete: (name: string) => `${name} was deleted.`,
      },
      applied: () => 'Applied.',
      undo: () => 'Undo',
      confirmedByReading: () =>
        'The answer never came; reading the object again showed that the change arrived.',
      followed: () => 'What became of it',
      notYetSeen: () => 'Stored. The update stream does not show it yet.',
      seen: () => 'The cluster shows the new version.',
      podsReady: (ready: number, all: number) => `${count(ready)} of ${count(all)} Pods ready.`,
      noPods: () => 'No Pod answers yet.',
      backendMissing: (request: string | undefined, service: string) =>
        `${request ?? 'Default backend'}: Service ${service} does not exist.`,
      endpointsReady: (request: string | undefined, backend: string, ready: number) =>
        ready === 0
          ? `${request ?? 'Default backend'}: no endpoint of ${backend} is ready, so its requests fail.`
          : `${request ?? 'Default backend'}: ${count(ready)} ready ${ready === 1 ? 'endpoint' : 'endpoints'} of ${backend}.`,
      externalName: (name: string) => `Leads to ${name}.`,
      addressAssigned: (addresses: readonly string[]) => `Address ${list(addresses)}.`,
      waitingForAddress: () => 'Waiting for an address of the load balancer.',
      waitingForController: () => 'Waiting for the controller to report an address.',
      gone: () => 'It is gone from the cluster.',
      leaving: (finalizers: readonly string[]) => `It leaves when ${list(finalizers)} let it go.`,
      problems: (n: number) => counted(n, 'problem is left', 'problems are left'),
      noProblems: () => 'No problem is found with it.',
    },
    deletion: {
      title: (kind: EditedKind, name: string) => `Delete ${kind} ${name}`,
      inNamespace: (namespace: string) => `in namespace ${namespace}`,
      depends: (n: number, ingresses: number) =>
        `${counted(n, 'path', 'paths')} in ${counted(ingresses, 'Ingress', 'Ingresses')} ${n === 1 ? 'points' : 'point'} here.`,
      dependsText: (n: number) =>
        n === 1
          ? 'Its requests get no backend once the Service is gone.'
          : 'Their requests get no backend once the Service is gone.',
      nothingDepends: () => 'Nothing that Fairlead can see points here.',
      stopsServing: (paths: number, hosts: readonly string[]) =>
        `${counted(paths, 'path', 'paths')} on ${list(hosts)} ${paths === 1 ? 'is' : 'are'} no longer served by this Ingress.`,
      anyHost: () => 'every host',
      mayNotCheck: () => 'Deleting cannot be checked here.',
      checkFailed: () => 'Not checked',
      check: () => 'Check with the cluster',
      checkAgain: () => 'Check again',
      checking: () => 'Asking the API server. Nothing is changed by this.',
      accepted: () => 'Server dry run accepted.',
      deleteIt: (kind: EditedKind, name: string) => `Delete ${kind} ${name}`,
      deleting: () => 'Deleting.',
      undoHint: () =>
        'It can be created again from History in this browser, with a new uid, new addresses and no status.',
      changed: () => 'It changed while you looked at this page. Look again before you delete it.',
      gone: (kind: EditedKind, name: string) => `${kind} ${name} is not there any more.`,
      confirm: () => 'Check and confirm',
      cancel: () => 'Cancel',
      forbidden: (namespace: string) => `You may not delete it in ${namespace}. Nothing was changed.`,
      refused: () => 'Refused by the API server. Nothing was changed.',
      unknown: () =>
        'No answer from the API server. Look whether the object is still there before you repeat anything.',
      otherCluster: () => 'The context leads to another cluster now. Nothing was sent.',
      readOnly: () => 'Nothing is sent to this cluster: Fairlead is read-only here.',
    },
  };
};
