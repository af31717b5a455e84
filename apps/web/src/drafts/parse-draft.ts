import type { Draft, DraftStep, EditedObject } from '@fairlead/edits';
import { isEditedRef, isRecord, parseJson, parseStoredObject } from './parse-stored.ts';

/** A draft as browser storage has it: each base once, steps name theirs by number. */
interface StoredStep {
  readonly reason: DraftStep['reason'];
  readonly edits: DraftStep['edits'];
  readonly text: string;
  readonly base: number;
}

const version = 1;
/** Characters of all texts of a draft's history that are kept over a reload. */
const maxStoredHistory = 1_000_000;

/** The latest steps that fit, in their order. */
function cutSteps(steps: readonly DraftStep[], budget: number): readonly DraftStep[] {
  let rest = budget;
  const firstKept = steps.findLastIndex((step) => {
    rest -= step.text.length;
    return rest < 0;
  });
  return steps.slice(firstKept + 1);
}

/** A draft as text for browser storage; with `hasHistory` false only what it says, without its undo history. */
export function printDraft(draft: Draft, hasHistory: boolean): string {
  const bases: (EditedObject | undefined)[] = [];
  const numberOf = (base: EditedObject | undefined): number => {
    const known = bases.indexOf(base);
    return known === -1 ? bases.push(base) - 1 : known;
  };
  const store = (steps: readonly DraftStep[]): readonly StoredStep[] =>
    hasHistory
      ? cutSteps(steps, maxStoredHistory / 2).map(({ reason, edits, text, base }) => ({
          reason,
          edits,
          text,
          base: numberOf(base),
        }))
      : [];
  const { undoSteps, redoSteps, base, ...rest } = draft;
  const stored = { ...rest, base: numberOf(base), undoSteps: store(undoSteps), redoSteps: store(redoSteps) };
  // An absent base is a null in a list.
  return JSON.stringify({ version, draft: stored, bases });
}

function parseSteps(raw: unknown, bases: readonly (EditedObject | undefined)[]): readonly DraftStep[] {
  if (!Array.isArray(raw)) return [];
  const steps = raw.map((step: unknown): DraftStep | undefined => {
    if (!isRecord(step) || typeof step['text'] !== 'string' || typeof step['base'] !== 'number')
      return undefined;
    const { reason, edits, text, base } = step as unknown as StoredStep;
    return { reason, edits, text, base: bases[base] };
  });
  return steps.includes(undefined) ? [] : steps.filter((step) => step !== undefined);
}

/** Whether the plain fields of a stored draft are what they should be. */
function isDraftHead(raw: Readonly<Record<string, unknown>>): boolean {
  const { id, clusterId, text, changedAt, operation, ref } = raw;
  if (!isEditedRef(ref) || (operation !== 'create' && operation !== 'update')) return false;
  return [id, clusterId, text, changedAt].every((value) => typeof value === 'string');
}

/** Reads a stored draft back; `undefined` for anything that is none of this version. Never throws. */
export function parseDraft(text: string): Draft | undefined {
  const stored = parseJson(text);
  if (!isRecord(stored) || stored['version'] !== version || !isRecord(stored['draft'])) return undefined;
  const raw = stored['draft'];
  const bases = Array.isArray(stored['bases']) ? stored['bases'].map(parseStoredObject) : [];
  const known = bases.filter((base) => base !== false);
  if (known.length < bases.length || !isDraftHead(raw)) return undefined;
  const base = known[Number(raw['base'])];
  if (raw['operation'] === 'update' && base === undefined) return undefined;
  return {
    ...(raw as unknown as Draft),
    base,
    undoSteps: parseSteps(raw['undoSteps'], known),
    redoSteps: parseSteps(raw['redoSteps'], known),
  };
}
