import { createContext, use } from 'react';
import { english, type Messages } from './en.ts';

export const MessagesContext = createContext<Messages>(english);

/** The texts of the chosen language. */
export const useMessages = (): Messages => use(MessagesContext);
