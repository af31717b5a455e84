import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import type { ServiceFormMessages } from '../../messages/en-service-form.ts';
import { FormSection } from '../../ui/form/form-section.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import { MapRows } from './map-rows.tsx';
import styles from './service-form.module.css';
import type { SectionProps } from './type-section.tsx';

function describeMatch(
  facts: ServiceFormFacts,
  hasSelector: boolean,
  { selector: words }: ServiceFormMessages,
): string {
  if (!hasSelector) return words.empty();
  if (!facts.isKnown) return words.unknown();
  const owners = facts.owners.map(({ kind, name }) => `${kind} ${name}`);
  const matches = words.matches(facts.pods, facts.readyPods);
  return owners.length === 0 ? matches : `${matches} ${words.owners(owners)}`;
}

function toneOf(facts: ServiceFormFacts, hasSelector: boolean): 'ok' | 'warning' | 'error' | 'info' {
  if (!hasSelector || !facts.isKnown) return 'info';
  if (facts.pods === 0) return 'error';
  return facts.readyPods === 0 ? 'warning' : 'ok';
}

/** Which Pods get the traffic, with how many match while it is typed. */
export function SelectorSection({
  section,
  facts,
}: {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
}): ReactNode {
  const { serviceForm: words } = useMessages();
  const { object, base } = section;
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
        suggestKeys={labels.map(({ key, values }) => ({
          value: key,
          detail: words.selector.pods(values.reduce((sum, { pods }) => sum + pods, 0)),
        }))}
        suggestValues={(key) =>
          (labels.find((label) => label.key === key)?.values ?? []).map(({ value, pods }) => ({
            value,
            detail: words.selector.pods(pods),
          }))
        }
      />
      <output className={styles.match}>
        {facts === undefined ? null : (
          <>
            <StatusIcon tone={toneOf(facts, hasSelector)} size={14} />
            {describeMatch(facts, hasSelector, words)}
          </>
        )}
      </output>
    </FormSection>
  );
}
