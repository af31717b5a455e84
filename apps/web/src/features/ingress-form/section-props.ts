import type { IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import type { IngressFormProps } from './form-props.ts';
import type { IngressFields } from './ingress-fields.ts';

/** The draft as it is drawn. `facts` is absent until the cluster has answered for the first time. */
export interface DrawnForm extends IngressFormProps {
  readonly fields: IngressFields;
  readonly facts: IngressFormFacts | undefined;
}

/** What each section of the form is given. */
export interface SectionProps extends DrawnForm {
  /**
   * The draft as it is by then: for whatever is done in a row that is not drawn anew while other parts of the draft
   * change. The same function always.
   */
  readonly latest: () => DrawnForm;
}
