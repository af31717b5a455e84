import { treeOf } from '@fairlead/edits';
import type { HttpIngressPath, IngressBackend } from '@fairlead/kube-objects';
import type { JsonValue } from '@fairlead/manifests';
import { comparedPathOf, listPathExamples, pathReachOf, pathTypes } from '@fairlead/routing';
import { ArrowRight } from 'lucide-react';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { ChoiceControl, type Choice } from '../../ui/form/choice-control.tsx';
import { FieldNotes, useFieldIds } from '../../ui/form/field-frame.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { backendNotes, backendText } from './backend-choices.ts';
import { BackendFields } from './backend-fields.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';
import { claimNotes, type HostClaims } from './list-host-claims.ts';
import { backendTree, movePathEdit, setPathFieldEdit } from './list-path-edits.ts';
import { isSameRow } from './drawn-row.ts';
import { PathMenu } from './path-menu.tsx';
import { rowIdOf, type PathPlaceProps } from './path-place.ts';

export interface PathRowProps extends PathPlaceProps {
  /** What is drawn of the draft. */
  readonly drawn: string;
  readonly claims: HostClaims | undefined;
  /** A field of the row was entered. */
  readonly onFocus: () => void;
}

const emptyPath = '/';

/** The types with what each would match of this very path. */
function listTypeChoices(
  { path = emptyPath }: HttpIngressPath,
  { facts }: SectionProps,
  words: IngressFormMessages['rules'],
): readonly Choice[] {
  return pathTypes.map((pathType) => {
    const given = { path, pathType };
    const reach = pathReachOf(facts?.family, given);
    const detail =
      reach === undefined
        ? words.typeUnknown()
        : words.typeDetail(reach, listPathExamples(reach, comparedPathOf(facts?.family, given)));
    return { id: pathType, label: pathType, detail };
  });
}

const describeBefore = ({ path = '', pathType, backend }: HttpIngressPath): string =>
  `${path} ${pathType} → ${backendText(backend)}`;

function PathRowControls({ section, row, claims, focusRow, onFocus }: PathRowProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { fields, facts, latest, isReadOnly, problems } = section;
  const { path, before, place, state } = row;
  const { ruleIndex, pathIndex } = place;
  const { rules } = words;
  const ids = useFieldIds();
  const at = ['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex] as const;
  const setField = (field: string, to: JsonValue | undefined, goesOn: boolean): void => {
    const { object, onEdit } = latest();
    onEdit([setPathFieldEdit(object, place, { field, from: treeOf(path)[field], to })], goesOn);
  };
  const set = (field: 'path' | 'pathType', to: string | undefined, goesOn = false): void =>
    setField(field, to, goesOn);
  const setBackend = (to: IngressBackend, goesOn: boolean): void =>
    setField('backend', backendTree(to), goesOn);
  const isChecked = problems.some(
    ({ source, path: problemAt }) =>
      source === 'check' &&
      problemAt.length > at.length &&
      at.every((step, index) => step === problemAt[index]),
  );
  const notes = [
    ...fields.notes(...at),
    ...(isChecked
      ? []
      : backendNotes(path.backend, facts, {
          words: rules,
          onUsePort: (port) =>
            setBackend({ service: { ...(path.backend.service ?? { name: '' }), port } }, false),
        })),
    ...claimNotes({ path: path.path ?? '', pathType: path.pathType }, claims, { facts, words: words.claims }),
  ];
  const moveByKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || isReadOnly) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    const { object, onEdit } = latest();
    const edit = movePathEdit(object, place, by);
    if (edit === undefined) return;
    onEdit([edit], false);
    focusRow(rowIdOf({ ruleIndex, pathIndex: pathIndex + by }));
  };
  const isResource = path.backend.service === undefined && path.backend.resource !== undefined;
  const hidden = { isLabelHidden: true, notesId: ids.notes };
  const changed = (name: 'path' | 'pathType'): string | undefined =>
    state === 'changed' && before?.[name] !== path[name] ? words.was(before?.[name] ?? '') : undefined;
  return (
    <li
      className={styles.path}
      data-state={state}
      data-row={rowIdOf(place)}
      onKeyDownCapture={moveByKey}
      onFocusCapture={onFocus}
    >
      <fieldset className={styles.pathFields} data-resource={isResource}>
        <legend className="visually-hidden">{rules.row(path.path ?? '')}</legend>
        <RowMark state={state} label={state === 'same' ? '' : words.states[state]} />
        <TextControl
          words={{
            label: rules.path(),
            help: rules.pathHelp(),
            notes: fields.notes(...at, 'path'),
            was: changed('path'),
            ...hidden,
          }}
          value={path.path ?? ''}
          onChange={(text, goesOn) =>
            set('path', text === '' && path.pathType === 'ImplementationSpecific' ? undefined : text, goesOn)
          }
          isMono
          isDisabled={isReadOnly}
        />
        <ChoiceControl
          words={{
            label: rules.pathType(),
            help: rules.pathTypeHelp(),
            notes: fields.notes(...at, 'pathType'),
            was: changed('pathType'),
            ...hidden,
          }}
          choices={listTypeChoices(path, section, rules)}
          value={path.pathType}
          onChange={(pathType) => set('pathType', pathType)}
          isDisabled={isReadOnly}
        />
        <ArrowRight size={14} className={styles.arrow} aria-hidden />
        <BackendFields
          section={section}
          backend={path.backend}
          before={before?.backend}
          notesOf={(...below) => fields.notes(...at, 'backend', ...below)}
          rowNotesId={ids.notes}
          onChange={setBackend}
        />
        <PathMenu
          section={section}
          row={row}
          setBackend={(to) => setBackend(to, false)}
          focusRow={focusRow}
        />
      </fieldset>
      <div className={styles.below}>
        {state === 'changed' && before !== undefined ? (
          <p className={styles.was}>{words.was(describeBefore(before))}</p>
        ) : null}
        <FieldNotes id={ids.notes} notes={notes} />
      </div>
    </li>
  );
}

/** One path: what it matches, and where its requests go. Alt with an arrow key moves it. */
export const PathRowFields = memo(PathRowControls, isSameRow);
