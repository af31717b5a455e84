import { englishOfWorker, type WorkerMessages } from './en-worker.ts';
import type { Language } from './languages.ts';

const catalogues: Readonly<Record<Language, WorkerMessages>> = { en: englishOfWorker };

/** What the page's worker has of the catalogue of a language. */
export const workerMessagesOf = (language: Language): WorkerMessages => catalogues[language];
