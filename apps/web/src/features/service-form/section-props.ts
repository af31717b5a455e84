import type { ServiceFormFacts } from '../../workers/service-form-facts.ts';
import type { ServiceFormProps } from './form-props.ts';
import type { ServiceFields } from './service-fields.ts';

/** What each section of the form is given. */
export interface SectionProps extends ServiceFormProps {
  readonly fields: ServiceFields;
}

/** A section that must know of the cluster; `undefined` until the cluster has been asked. */
export interface FactedSection {
  readonly section: SectionProps;
  readonly facts: ServiceFormFacts | undefined;
}
