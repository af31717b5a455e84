/** Something to copy: what it is, and the text. */
export interface CopyableAddress {
  readonly label: string;
  readonly text: string;
}
