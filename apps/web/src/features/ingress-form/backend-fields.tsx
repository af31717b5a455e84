import type {
  IngressBackend,
  IngressServiceBackend,
  TypedLocalObjectReference,
} from '@fairlead/kube-objects';
import type { ReactNode } from 'react';
import { useMessages } from '../../messages/use-messages.ts';
import { ComboControl } from '../../ui/form/combo-control.tsx';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import { TextControl } from '../../ui/form/text-control.tsx';
import { portText, suggestPorts, suggestServices, toPort, withPort } from './backend-choices.ts';
import type { SectionProps } from './section-props.ts';

export interface BackendFieldsProps {
  readonly section: SectionProps;
  readonly backend: IngressBackend;
  readonly before: IngressBackend | undefined;
  /** Problems of one field below the backend. */
  readonly notesOf: (...path: readonly string[]) => readonly FieldNote[];
  /** In a row whose columns have heads: labels are not drawn, problems stand below the row with this id. */
  readonly rowNotesId?: string;
  readonly onChange: (backend: IngressBackend, isContinuation: boolean) => void;
}

const wasIf = (isShown: boolean, before: string | undefined, now: string): string | undefined =>
  !isShown || before === undefined || before === now ? undefined : before;

function ServiceFields({
  service,
  ...props
}: BackendFieldsProps & { readonly service: IngressServiceBackend }): ReactNode {
  const { ingressForm: words } = useMessages();
  const { section, before, notesOf, rowNotesId, onChange } = props;
  const { facts, base, isReadOnly } = section;
  const { rules } = words;
  const inRow = rowNotesId === undefined ? {} : { isLabelHidden: true, notesId: rowNotesId };
  const old = before?.service;
  const oldName = wasIf(
    base !== undefined,
    before === undefined ? undefined : (old?.name ?? ''),
    service.name,
  );
  const oldPort = wasIf(
    base !== undefined,
    before === undefined ? undefined : portText(old?.port),
    portText(service.port),
  );
  const port = portText(service.port);
  return (
    <>
      <ComboControl
        words={{
          label: rules.service(),
          help: rules.serviceHelp(),
          notes: [...notesOf('service', 'name'), ...notesOf('backend')],
          was: oldName === undefined ? undefined : words.was(oldName),
          ...inRow,
        }}
        value={service.name}
        suggestions={suggestServices(facts, rules)}
        freeTextHint={rules.freeText()}
        onChange={(name, goesOn) => {
          onChange(withPort({ ...service, name }, facts), goesOn);
        }}
        isDisabled={isReadOnly}
      />
      <ComboControl
        words={{
          label: rules.port(),
          help: rules.portHelp(),
          notes: notesOf('service', 'port'),
          was: oldPort === undefined ? undefined : words.was(oldPort),
          ...inRow,
        }}
        value={port}
        suggestions={suggestPorts(facts, service.name, rules)}
        freeTextHint={rules.freePort()}
        onChange={(text, goesOn) => onChange({ service: { ...service, port: toPort(text) } }, goesOn)}
        isMono
        isDisabled={isReadOnly}
      />
    </>
  );
}

function ResourceFields({
  resource,
  section,
  notesOf,
  rowNotesId,
  onChange,
}: BackendFieldsProps & { readonly resource: TypedLocalObjectReference }): ReactNode {
  const {
    ingressForm: { rules },
  } = useMessages();
  const inRow = rowNotesId === undefined ? {} : { isLabelHidden: true, notesId: rowNotesId };
  const fields = [
    { field: 'kind', label: rules.resourceKind(), value: resource.kind },
    { field: 'name', label: rules.resourceName(), value: resource.name },
    { field: 'apiGroup', label: rules.resourceGroup(), value: resource.apiGroup ?? '' },
  ] as const;
  return fields.map(({ field, label, value }) => (
    <TextControl
      key={field}
      words={{
        label,
        notes: notesOf('resource', field),
        ...(field === 'kind' ? { help: rules.resourceHelp() } : {}),
        ...inRow,
      }}
      value={value}
      placeholder={label}
      onChange={(text, goesOn) => {
        const next: TypedLocalObjectReference = { ...resource, [field]: text };
        const { apiGroup, ...rest } = next;
        onChange({ resource: apiGroup === '' ? rest : next }, goesOn);
      }}
      isMono
      isDisabled={section.isReadOnly}
    />
  ));
}

/** Service and port, or the resource, that requests go to. */
export function BackendFields(props: BackendFieldsProps): ReactNode {
  const { service, resource } = props.backend;
  return service === undefined && resource !== undefined ? (
    <ResourceFields {...props} resource={resource} />
  ) : (
    <ServiceFields {...props} service={service ?? { name: '' }} />
  );
}
