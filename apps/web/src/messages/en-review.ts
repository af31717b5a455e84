import type { EditedKind, Owner, OwnerConsequence } from '@fairlead/edits';
import type { Formats } from './format.ts';
import { editWords, placeWords } from './en-review-edits.ts';
import { buildOutcomeMessages } from './en-review-outcomes.ts';
import { buildDraftProblemMessages } from './en-review-problems.ts';

type StepWord = 'ok' | 'warning' | 'error' | 'running' | 'waiting';

const consequences: Readonly<Record<OwnerConsequence, string>> = {
  reverted: 'It will put back what is in its source. Change it there.',
  'reverted-if-self-heal':
    'Its next sync will put back what is in Git. Change it there, or expect this edit to be reverted.',
  'overwritten-on-next-release': 'The edit stays until its next release or apply writes the same fields.',
  'rebuilt-by-owner': 'It made this object and may write it again.',
  'field-taken-over': 'Its fields go over to Fairlead by this edit; its next apply will meet a conflict.',
};

const from = (kind: string, name: string, namespace: string | undefined): string =>
  namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;

function ownerWords(owner: Owner): string {
  switch (owner.kind) {
    case 'helm':
      return owner.release === undefined
        ? 'Managed by Helm.'
        : `Managed by Helm, ${from('release', owner.release, owner.namespace)}.`;
    case 'argo-cd':
      return `Managed by Argo CD, application ${owner.application}.`;
    case 'flux':
      return `Managed by Flux, ${from(owner.source, owner.name, owner.namespace)}.`;
    case 'reference':
      return owner.isController
        ? `Controlled by ${owner.owner.kind} ${owner.owner.name}.`
        : `Belongs to ${owner.owner.kind} ${owner.owner.name}.`;
    case 'field-manager':
      return `Field manager ${owner.manager === '' ? 'without a name' : owner.manager}.`;
  }
}

/** Words of the review: what changes, what the API server says, who else owns the object. */
export const buildReviewMessages = (formats: Formats) => {
  const { count, plural, list } = formats;
  const counted = (n: number, one: string, other: string): string =>
    `${count(n)} ${plural(n, { one, other })}`;
  return {
    edit: editWords,
    place: placeWords,
    problemsOf: buildDraftProblemMessages(formats),
    ...buildOutcomeMessages(formats),
    changes: {
      title: () => 'Changes',
      edits: (n: number) => counted(n, 'edit', 'edits'),
      added: (n: number) => `+${count(n)}`,
      addedSpoken: (n: number) => `${counted(n, 'line', 'lines')} added`,
      removed: (n: number) => `−${count(n)}`,
      removedSpoken: (n: number) => `${counted(n, 'line', 'lines')} removed`,
      layout: () => 'Layout of the changes',
      layouts: { inline: () => 'Unified', side: () => 'Side by side' },
      showNoise: (n: number) => `Show ${counted(n, 'line', 'lines')} that the API server fills in`,
      fold: (n: number) => counted(n, 'unchanged line', 'unchanged lines'),
      unfold: (n: number) => `Show ${counted(n, 'unchanged line', 'unchanged lines')}`,
      none: () => 'The texts say the same.',
      unchanged: () => 'No changes yet. What you edit is shown here, line by line.',
      text: () => 'Text before and after',
      lineAdded: () => 'added: ',
      lineRemoved: () => 'removed: ',
      lineWaits: () => 'waits for your choice',
      before: () => 'Before',
      after: () => 'After',
      compareWith: () => 'Compare with',
      sides: { live: () => 'Live now', base: () => 'When you started', draft: () => 'My draft' },
      words: () => 'In words',
      unreadable: () => 'The text cannot be followed as it is: see the marks in the YAML.',
      noWords: () => 'The object stays the same. Only comments, order or quoting differ.',
      newObject: (kind: EditedKind, name: string) => `${kind} ${name} is created.`,
    },
    check: {
      title: () => 'Check with the cluster',
      notAsked: () => 'Not checked yet. A check asks the API server and changes nothing.',
      checkedAgo: (age: string) => `Checked ${age} ago.`,
      nothingChanged: () => 'Nothing was changed.',
      beforeLastEdit: () => 'That was before your last edit.',
      steps: {
        schema: () => 'Schema',
        permission: (verb: string) => `Permission to ${verb}`,
        merge: () => 'Merge with the live object',
        'dry-run': () => 'Server dry run',
        impact: () => 'Impact',
      },
      stepWords: {
        schema: {
          ok: 'accepted',
          warning: 'with warnings',
          error: 'not accepted',
          running: 'asking',
          waiting: 'not asked',
        },
        permission: {
          ok: 'yes',
          warning: 'not asked: read-only',
          error: 'no',
          running: 'asking',
          waiting: 'not asked',
        },
        merge: {
          ok: 'no conflict',
          warning: 'rebased',
          error: 'needs you',
          running: 'merging',
          waiting: 'nothing to merge',
        },
        'dry-run': {
          ok: 'accepted',
          warning: 'accepted, with warnings',
          error: 'refused',
          running: 'asking',
          waiting: 'not asked',
        },
        impact: {
          ok: 'computed',
          warning: 'computed',
          error: 'not computed',
          running: 'computing',
          waiting: 'not computed',
        },
      } satisfies Record<string, Record<StepWord, string>>,
      stepTones: {
        ok: 'done',
        warning: 'look',
        error: 'stopped here',
        running: 'running',
        waiting: 'waiting',
      },
      refusedBy: (statusCode: number, reason: string) => `${statusCode} ${reason}, by the API server`,
      refusedTitle: (n: number) =>
        n === 0 ? 'The API server refuses this' : `The API server refuses ${counted(n, 'field', 'fields')}`,
      said: () => 'What Kubernetes said',
      canDo: () => 'What you can do',
      showField: (field: string) => `Go to ${field}`,
      warnings: (n: number) => counted(n, 'warning of the API server', 'warnings of the API server'),
      assigned: () => 'Assigned on apply',
      assignedText: (fields: readonly string[]) =>
        `${list(fields)} ${plural(fields.length, { one: 'is', other: 'are' })} given by the API server when you apply; what a dry run answers there is made up.`,
      stored: () => 'Object as it would be stored',
      hideStored: () => 'Hide the object as it would be stored',
    },
    remedies: {
      takenBy: (port: number, protocol: string, service: string) =>
        `NodePort ${port} is taken by ${service} for ${protocol}.`,
      useFreePort: (port: number) => `Use ${port}`,
      freePortText: () => 'next free node port',
      leaveIt: () => 'Leave it to Kubernetes',
      leaveItText: () => 'removes nodePort; the API server picks a free one',
      keep: (value: string) => `Keep ${value}`,
      keepText: () => 'the value before your edit',
      leaveOut: () => 'Leave it out',
      leaveOutText: (field: string) => `${field} was not there before your edit`,
      takeOut: (field: string) => `Remove ${field}`,
      takeOutText: () => 'the API server does not know this field',
      changeTo: (value: string) => `Change to ${value}`,
      changeToText: (field: string) => `${field} takes this value`,
    },
    impact: {
      title: () => 'Impact',
      subtitle: () => 'what changes if you apply this draft',
      subtitleOfDeletion: (kind: string) => `what changes if this ${kind} is deleted`,
      introduced: () => 'Problems introduced',
      fixed: () => 'Problems fixed',
      graph: () => 'Graph',
      nodes: (n: number) => plural(n, { one: 'node', other: 'nodes' }),
      edges: (n: number) => plural(n, { one: 'edge', other: 'edges' }),
      gainAndLoss: (added: number, removed: number) =>
        [added > 0 ? `+${count(added)}` : '', removed > 0 ? `−${count(removed)}` : '']
          .filter(Boolean)
          .join(' ') || '0',
      worst: (n: number, word: string) =>
        plural(n, { one: word.toLowerCase(), other: `${word.toLowerCase()}s` }),
      none: () => 'none',
      problems: () => 'Problems',
      introducedOne: () => 'Introduced',
      fixedOne: () => 'Fixed',
      inGraph: () => 'In the graph',
      appears: () => 'appears',
      vanishes: () => 'vanishes',
      changes: () => 'changes',
      nothing: () => 'Nothing appears, vanishes or changes in the graph.',
      nothingRemoved: () => 'Nothing is removed.',
      computing: () => 'Computing what changes.',
    },
    owners: {
      title: () => 'Who else owns it',
      who: ownerWords,
      consequence: (consequence: OwnerConsequence) => consequences[consequence],
      remade: () => 'It may make the object again.',
      alsoWrites: () => 'Also written by',
      edited: (n: number) => `${counted(n, 'edit touches', 'edits touch')} its fields.`,
      ago: (age: string) => `last ${age} ago`,
      copyPatch: () => 'Copy as patch for the source',
      copied: () => 'Copied',
    },
    theirs: {
      title: () => 'Changed live since you began',
      by: (manager: string, age: string) => `${manager}, ${age} ago`,
      unknown: () => 'Who changed it is not recorded on the object.',
      none: () => 'Only fields that the API server writes changed.',
    },
  };
};

export type ReviewMessages = ReturnType<typeof buildReviewMessages>;
