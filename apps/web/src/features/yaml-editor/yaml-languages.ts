/** YAML with the schema's checks and completion, and YAML in colours only: the schema's worker grows slow with long texts. */
export const yamlLanguages = { checked: 'yaml', coloured: 'fairlead-long-yaml' } as const;

const mostCheckedLength = 256 * 1024;

/** Whether a text is too long for the schema's checks; it then has our own marks only. */
export const isLongText = (length: number): boolean => length > mostCheckedLength;

export const languageOf = (length: number): string =>
  isLongText(length) ? yamlLanguages.coloured : yamlLanguages.checked;
