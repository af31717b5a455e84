import { tlsNameAt, type ObjectEdit } from '@fairlead/edits';
import type { Ingress, IngressTls } from '@fairlead/kube-objects';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { useTlsSecretNames } from '../../server-state/use-tls-secrets.ts';
import { Button } from '../../ui/button.tsx';
import { ComboControl, type Suggestion } from '../../ui/form/combo-control.tsx';
import { FieldNotes, useFieldIds, type FieldNote } from '../../ui/form/field-frame.tsx';
import { FormSection } from '../../ui/form/form-section.tsx';
import { RowMark } from '../../ui/form/row-mark.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import type { SectionProps } from './section-props.ts';
import styles from './ingress-form.module.css';
import { listTlsRows, listUncoveredHosts, toHosts, type TlsRow } from './list-tls-rows.ts';
import { RemovedRow } from './removed-row.tsx';

const afterLast = ({ spec: { tls = [] } }: Ingress, object: Ingress) =>
  tls.length === 0 ? undefined : tlsNameAt(object, tls.length - 1);

const addTlsEdit = (object: Ingress, tls: IngressTls): ObjectEdit => ({
  kind: 'add-tls',
  tls,
  after: afterLast(object, object),
});

const describe = ({ secretName = '', hosts = [] }: IngressTls): string =>
  `${secretName} ${hosts.join(', ')}`.trim();

/** Names of Secrets that exist; asked for when the section is first used. */
interface SecretNames {
  readonly suggestions: readonly Suggestion[];
  readonly isKnown: boolean;
  /** They are known, or it is known that they cannot be. */
  readonly isSettled: boolean;
}

const isKnownToMiss = ({ isKnown, suggestions }: SecretNames, secretName: string): boolean =>
  isKnown && secretName !== '' && suggestions.every(({ value }) => value !== secretName);

interface TlsRowFieldsProps {
  readonly section: SectionProps;
  readonly row: TlsRow & { readonly index: number };
  readonly secrets: SecretNames;
}

function TlsRowFields({ section, row, secrets }: TlsRowFieldsProps): ReactNode {
  const { ingressForm: words } = useMessages();
  const { object, fields, onEdit, isReadOnly } = section;
  const { tls, index, before, state } = row;
  const { secretName = '', hosts = [] } = tls;
  const ids = useFieldIds();
  const set = (to: IngressTls, goesOn: boolean): void =>
    onEdit([{ kind: 'set-tls', target: tlsNameAt(object, index), from: tls, to }], goesOn);
  const { secretName: _, ...withoutSecret } = tls;
  const isMissing = isKnownToMiss(secrets, secretName);
  const missing: readonly FieldNote[] = isMissing
    ? [{ severity: 'warning', message: words.tls.notListed(secretName) }]
    : [];
  const wasText = (old: string, now: string): string | undefined =>
    state === 'changed' && old !== now ? words.was(old) : undefined;
  return (
    <li className={styles.tlsRow} data-state={state}>
      <fieldset className={styles.tlsFields}>
        <legend className="visually-hidden">{words.tls.row(secretName)}</legend>
        <RowMark state={state} label={state === 'same' ? '' : words.states[state]} />
        <KeyRound size={15} className={styles.hostIcon} aria-hidden />
        <ComboControl
          words={{
            label: words.tls.secret(),
            notesId: ids.notes,
            help: words.tls.secretHelp(),
            was: wasText(before?.secretName ?? '', secretName),
            notes: fields.notes('spec', 'tls', index, 'secretName'),
          }}
          value={secretName}
          suggestions={secrets.suggestions}
          freeTextHint={words.tls.secretFree()}
          onChange={(text, goesOn) => set(text === '' ? withoutSecret : { ...tls, secretName: text }, goesOn)}
          isDisabled={isReadOnly}
        />
        <TextControl
          words={{
            label: words.tls.hosts(),
            notesId: ids.notes,
            help: words.tls.hostsHelp(),
            was: wasText((before?.hosts ?? []).join(', '), hosts.join(', ')),
            notes: fields.notes('spec', 'tls', index, 'hosts'),
          }}
          value={hosts.join(', ')}
          onChange={(text, goesOn) => set({ ...tls, hosts: toHosts(text) }, goesOn)}
          isMono
          isDisabled={isReadOnly}
        />
        <IconButton
          label={words.tls.remove(secretName)}
          isDisabled={isReadOnly}
          onPress={() =>
            onEdit(
              [
                {
                  kind: 'remove-tls',
                  tls,
                  ordinal: tlsNameAt(object, index).ordinal,
                  after: index === 0 ? undefined : tlsNameAt(object, index - 1),
                },
              ],
              false,
            )
          }
        >
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </fieldset>
      <div className={styles.below}>
        <FieldNotes id={ids.notes} notes={[...fields.notes('spec', 'tls', index), ...missing]} />
        {isMissing ? null : (
          <CertificateFacts
            namespace={object.metadata.namespace ?? ''}
            secretName={secretName}
            hosts={hosts}
            mayRead={secrets.isSettled}
          />
        )}
      </div>
    </li>
  );
}

/** Certificates with the hosts they are for. */
export function TlsSection(section: SectionProps): ReactNode {
  const {
    ingressForm: { tls: words },
  } = useMessages();
  const { object, base, onEdit, isReadOnly } = section;
  const [isUsed, setIsUsed] = useState(false);
  const { data, isError } = useTlsSecretNames(object.metadata.namespace ?? '', isUsed);
  const secrets: SecretNames = {
    suggestions: (data?.names ?? []).map((value) => ({ value })),
    isKnown: data !== undefined,
    isSettled: data !== undefined || isError,
  };
  const rows = listTlsRows(object, base);
  const count = object.spec.tls?.length ?? 0;
  const uncovered = listUncoveredHosts(object);
  return (
    <FormSection
      title={words.title()}
      {...(count === 0 ? {} : { detail: words.count(count) })}
      action={
        <Button
          size="small"
          variant="ghost"
          isDisabled={isReadOnly}
          onPress={() => {
            setIsUsed(true);
            onEdit([addTlsEdit(object, { hosts: uncovered })], false);
          }}
        >
          <Plus size={14} aria-hidden />
          {words.add()}
        </Button>
      }
    >
      <div className={styles.tls} onFocus={() => setIsUsed(true)}>
        {count === 0 ? <p className={styles.help}>{words.none()}</p> : null}
        <ul className={styles.tlsRows}>
          {rows.map((row, position) =>
            row.index === undefined ? (
              <RemovedRow
                key={`removed ${position}`}
                text={describe(row.tls)}
                label={words.restore(row.tls.secretName ?? '')}
                isDisabled={isReadOnly}
                onRestore={() => onEdit([addTlsEdit(object, row.tls)], false)}
              />
            ) : (
              <TlsRowFields
                key={row.index}
                section={section}
                row={{ ...row, index: row.index }}
                secrets={secrets}
              />
            ),
          )}
        </ul>
        {isError ? <p className={styles.help}>{words.secretsHidden()}</p> : null}
        {count === 0 ? null : (
          <p className={styles.help}>
            {words.secretHelp()} {words.hostsHelp()}{' '}
            {uncovered.length === 0 ? '' : words.uncoveredHosts(uncovered)}
          </p>
        )}
      </div>
    </FormSection>
  );
}
