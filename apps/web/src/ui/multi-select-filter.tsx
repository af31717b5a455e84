import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Autocomplete, DialogTrigger, ListBox, ListBoxItem, Popover, useFilter } from 'react-aria-components';
import { Button } from './button.tsx';
import { Chip } from './chip.tsx';
import fieldStyles from './field.module.css';
import overlayStyles from './overlay.module.css';
import { SearchFieldSlot } from './search-field-slot.tsx';

export interface FilterOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

export interface MultiSelectFilterProps {
  /** The word on the button: `Namespaces`. */
  readonly label: string;
  readonly icon?: ReactNode;
  readonly options: readonly FilterOption[];
  /** `undefined`: everything. */
  readonly selected: readonly string[] | undefined;
  readonly onChange: (selected: readonly string[] | undefined) => void;
  readonly texts: {
    /** Shown on the button when nothing is narrowed down; absent: the label alone. */
    readonly all?: string;
    readonly filter: string;
    readonly showAll: string;
    readonly nothing: string;
  };
}

function summarise(selected: readonly string[] | undefined): string | undefined {
  if (selected === undefined) return undefined;
  const [only] = selected;
  return selected.length === 1 && only !== undefined ? only : String(selected.length);
}

/** A filter button with a searchable list of check boxes. Choosing nothing means everything. */
export function MultiSelectFilter(props: MultiSelectFilterProps): ReactNode {
  const { label, icon, options, selected, onChange, texts } = props;
  const { contains } = useFilter({ sensitivity: 'base' });
  const summary = summarise(selected);
  return (
    <DialogTrigger>
      <Button>
        {icon}
        {summary === undefined && texts.all !== undefined ? texts.all : label}
        {summary === undefined ? null : <Chip tone="accent">{summary}</Chip>}
      </Button>
      <Popover aria-label={label} className={overlayStyles.popover ?? ''} offset={4} placement="bottom start">
        <Autocomplete filter={contains}>
          <div className={fieldStyles.filterHead}>
            <SearchFieldSlot label={texts.filter} />
          </div>
          <ListBox
            aria-label={label}
            className={fieldStyles.filterList ?? ''}
            items={options}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={selected ?? []}
            onSelectionChange={(keys) => {
              const chosen = options.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id));
              onChange(chosen.length === 0 ? undefined : chosen);
            }}
            renderEmptyState={() => texts.nothing}
          >
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className={fieldStyles.option ?? ''}>
                <span className={fieldStyles.box}>
                  <Check size={12} strokeWidth={3} aria-hidden />
                </span>
                <span className={fieldStyles.optionLabel}>{option.label}</span>
                {option.detail === undefined ? null : (
                  <span className={fieldStyles.optionDetail}>{option.detail}</span>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
        <div className={fieldStyles.filterFoot}>
          <Button
            size="small"
            variant="link"
            isDisabled={selected === undefined}
            onPress={() => onChange(undefined)}
          >
            {texts.showAll}
          </Button>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
