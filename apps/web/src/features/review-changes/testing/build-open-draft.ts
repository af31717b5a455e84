import { mergeThreeWay, type Draft, type EditedObject } from '@fairlead/edits';
import { keyOf, parseWholeObject } from '@fairlead/kube-objects';
import { readManifest } from '@fairlead/manifests';
import { readDraft } from '../../../drafts/draft-reading.ts';
import { textOf, type OpenDraft } from '../../../drafts/use-open-draft.ts';

/** An object as the API server would give it. */
export function anObject(yaml: string): EditedObject {
  const object = parseWholeObject(readManifest(yaml).object);
  if (object.kind !== 'Service' && object.kind !== 'Ingress') throw new Error(`not to be edited: ${yaml}`);
  return object;
}

export interface DraftParts {
  readonly base: EditedObject;
  readonly text: string;
  readonly live?: EditedObject;
  readonly operation?: Draft['operation'];
  readonly undoSteps?: Draft['undoSteps'];
}

/** A draft on the screen, without a store: what is done to it is handed to `on`. */
export function buildOpenDraft(parts: DraftParts, on: Partial<OpenDraft> = {}): OpenDraft {
  const { base, text, live = base, operation = 'update' } = parts;
  const began = { reason: 'form', edits: [], text: textOf(base), base } as const;
  const draft: Draft = {
    id: `c1/${keyOf(base)}`,
    clusterId: 'c1',
    operation,
    ref: { kind: base.kind, namespace: base.metadata.namespace, name: base.metadata.name },
    base: operation === 'create' ? undefined : base,
    text,
    undoSteps: parts.undoSteps ?? (operation === 'create' || text === textOf(base) ? [] : [began]),
    redoSteps: [],
    changedAt: '2026-05-01T12:00:00Z',
  };
  const reading = readDraft(draft);
  return {
    draft,
    reading,
    live: operation === 'create' ? undefined : live,
    isLiveKnown: true,
    merge:
      reading.object === undefined || draft.base === undefined
        ? undefined
        : mergeThreeWay({ base, mine: reading.object, theirs: live }),
    hasMoved: live.metadata.resourceVersion !== base.metadata.resourceVersion,
    edit: () => true,
    replaceText: () => undefined,
    rebase: () => draft.text,
    undo: () => undefined,
    redo: () => undefined,
    discard: () => undefined,
    ...on,
  };
}
