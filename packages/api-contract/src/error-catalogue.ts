/** Every error a person can meet: permanent code, HTTP status, what to do next. `docs/errors.md` says the same for readers. */
export interface ErrorEntry {
  readonly statusCode: number;
  readonly title: string;
  readonly hint: string;
}

export const errorCatalogue = {
  BAD_REQUEST: {
    statusCode: 400,
    title: 'The request is not one this API knows.',
    hint: 'Reload the page. If you wrote the request yourself, compare it with the documentation of the API.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;
