import { useId, useState, type ReactNode } from 'react';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { FieldNotes } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import { useAnswer } from '../../workers/use-answer.ts';
import type { FactedSection, SectionProps } from './section-props.ts';
import { MapRows } from './map-rows.tsx';
import styles from './service-form.module.css';

const mostOwners = 3;

function describeOwners(facts: ServiceFormFacts, { selector: words }: ServiceFormMessages): string {
  const names = facts.owners.slice(0, mostOwners).map(({ kind, name }) => `${kind} ${name}`);
  const more = facts.owners.length - names.length;
  return names.length === 0 ? '' : words.owners(more > 0 ? [...names, words.moreOwners(more)] : names);
}

function describeMatch(facts: ServiceFormFacts, hasSelector: boolean, words: ServiceFormMessages): string {
  if (!hasSelector) return words.selector.empty();
  if (!facts.isKnown) return words.selector.unknown();
  return `${words.selector.matches(facts.pods, facts.readyPods)} ${describeOwners(facts, words)}`.trim();
}

function toneOf(facts: ServiceFormFacts, hasSelector: boolean): 'ok' | 'warning' | 'error' | 'info' {
  if (!hasSelector || !facts.isKnown) return 'info';
  if (facts.pods === 0) return 'error';
  return facts.readyPods === 0 ? 'warning' : 'ok';
}

interface Typed {
  readonly key: string;
  readonly value: string;
}

/** What would match with the label that is being typed, before it is added. */
function TypedMatch({
  section,
  typed,
}: {
  readonly section: SectionProps;
  readonly typed: Typed;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const { metadata, spec } = section.object;
  const { data: facts } = useAnswer({
    kind: 'serviceFormFacts',
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    selector: Object.fromEntries([...Object.entries(spec.selector ?? {}), [typed.key, typed.value]]),
  });
  if (facts === undefined || !facts.isKnown) return null;
  const match = words.selector.wouldMatch(facts.pods, `${typed.key}=${typed.value}`);
  return <span className={styles.would}>{`${match} ${describeOwners(facts, words)}`}</span>;
}

/** Which Pods get the traffic, with how many match while it is typed. */
export function SelectorSection({ section, facts }: FactedSection): ReactNode {
  const { serviceForm: words } = useMessages();
  const notesId = useId();
  const [typed, setTyped] = useState<Typed>({ key: '', value: '' });
  const { object, base, fields } = section;
  const { selector } = object.spec;
  const hasSelector = Object.keys(selector ?? {}).length > 0;
  const labels = facts?.labels ?? [];
  return (
    <FormSection title={words.selector.title()}>
      <p className={styles.help}>{words.selector.help()}</p>
      <MapRows
        section={section}
        map="selector"
        entries={selector}
        before={base?.spec.selector}
        path={['spec', 'selector']}
        suggest={{
          keys: labels.map(({ key, values }) => ({
            value: key,
            detail: words.selector.pods(values.reduce((sum, { pods }) => sum + pods, 0)),
          })),
          valuesOf: (key) =>
            (labels.find((label) => label.key === key)?.values ?? []).map(({ value, pods }) => ({
              value,
              detail: words.selector.pods(pods),
            })),
          onTyping: (key, value) => setTyped({ key, value }),
        }}
      />
      <output className={styles.match}>
        {facts === undefined ? null : (
          <>
            <StatusIcon tone={toneOf(facts, hasSelector)} size={14} />
            {describeMatch(facts, hasSelector, words)}
          </>
        )}
        {typed.key === '' || typed.value === '' ? null : <TypedMatch section={section} typed={typed} />}
      </output>
      <FieldNotes id={notesId} notes={fields.notesAt('spec', 'selector')} />
    </FormSection>
  );
}
