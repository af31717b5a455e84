/** Text that one could paste, between backticks; backticks inside cannot end it. Every language marks it so. */
export const code = (text: string): string => `\`${text.replaceAll('`', 'ˋ')}\``;
