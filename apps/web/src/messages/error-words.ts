import { errorCatalogue, isErrorCode, type ErrorCode } from '@fairlead/api-contract';

/** What a failed request is told as. */
export interface FailureWords {
  readonly title: string;
  readonly hint: string | undefined;
}

/** A failed request: its code, and what whoever refused it said, in English. */
export interface Failure {
  readonly code: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly statusCode?: number | undefined;
}

/** The errors of one language: those of the server by code, and those that only the page can meet. */
export interface ErrorTexts {
  readonly server: Readonly<Record<ErrorCode, { readonly title: string; readonly hint: string }>>;
  readonly serverUnreachable: () => FailureWords;
  /** Something between the page and Fairlead answered. */
  readonly foreignReply: (statusCode: number | undefined) => FailureWords;
}

/**
 * Words of failed requests. What the server says of a code in general is said in the language of the page. Where the
 * server knows better, with a file, a context or the API server's own words, that stays as it is.
 */
export const buildErrorMessages = (texts: ErrorTexts) => ({
  explain({ code, title, hint, statusCode }: Failure): FailureWords {
    if (code === 'SERVER_UNREACHABLE') return texts.serverUnreachable();
    if (code === 'FOREIGN_REPLY') return texts.foreignReply(statusCode);
    if (!isErrorCode(code)) return { title, hint };
    const [general, ours] = [errorCatalogue[code], texts.server[code]];
    return {
      title: title === general.title ? ours.title : title,
      hint: hint === general.hint ? ours.hint : hint,
    };
  },
});

export type ErrorMessages = ReturnType<typeof buildErrorMessages>;
