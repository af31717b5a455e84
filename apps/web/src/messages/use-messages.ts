import { createContext, use } from 'react';
import type { Messages } from './en.ts';
import { messagesOf, pageLanguage } from './languages.ts';

export const MessagesContext = createContext<Messages>(messagesOf(pageLanguage));

/** The texts of the page's language. */
export const useMessages = (): Messages => use(MessagesContext);
