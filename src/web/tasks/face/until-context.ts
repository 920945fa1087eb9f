import { createContext } from 'react';

/** Whether the cards within are of tasks that sleep: they say until when, not how near their due is. */
export const UntilContext = createContext(false);
