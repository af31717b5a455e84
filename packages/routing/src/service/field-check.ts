/** Something the API server would refuse, or that will not work, with the field it is about. Words are the page's. */
export interface FieldCheck<Code extends string = string> {
  /** From the object's root; positions in lists as they are now. */
  readonly path: readonly (string | number)[];
  readonly severity: 'error' | 'warning';
  readonly code: Code;
  /** What the wording needs. */
  readonly details: Readonly<Record<string, string>>;
}
