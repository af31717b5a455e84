import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import type { IngressFormProps } from './form-props.ts';
import type { IngressFields } from './ingress-fields.ts';

/** What each section of the form is given. `facts` is absent until the cluster has answered for the first time. */
export interface SectionProps extends IngressFormProps {
  readonly fields: IngressFields;
  readonly facts: IngressFormFacts | undefined;
}
