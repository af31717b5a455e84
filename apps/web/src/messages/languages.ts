import { english, type Messages } from './en.ts';

/** A language that has a catalogue. */
export type Language = 'en';

const catalogues: Readonly<Record<Language, Messages>> = { en: english };

/** The catalogue of a language. The page takes its texts from here and nowhere else; its worker has a part of them. */
export const messagesOf = (language: Language): Messages => catalogues[language];

/** The language of this page; its worker is told it when it starts. */
export const pageLanguage: Language = 'en';
