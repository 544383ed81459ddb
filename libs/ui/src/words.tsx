import { createContext, useContext, type ReactNode } from 'react';

/** The few words that components say by themselves. The app gives them in the viewer's language. */
export interface Words {
  close: string;
  cancel: string;
  optional: string;
  loading: string;
  errorSummary: string;
  /** Of a text: how many characters still fit. */
  charactersLeft: (count: number) => string;
  /** Of a text: how many characters are too many. */
  charactersOver: (count: number) => string;
  increase: string;
  decrease: string;
  breadcrumbs: string;
  choose: string;
  done: string;
  current: string;
  ahead: string;
  stopped: string;
  notifications: string;
}

const english: Words = {
  close: 'Close',
  cancel: 'Cancel',
  optional: 'optional',
  loading: 'Loading…',
  errorSummary: 'There is a problem',
  charactersLeft: (count) => `${count} characters left`,
  charactersOver: (count) => `${count} characters too many`,
  increase: 'Increase',
  decrease: 'Decrease',
  breadcrumbs: 'You are here',
  choose: 'Choose',
  done: 'done',
  current: 'now',
  ahead: 'ahead',
  stopped: 'ended here',
  notifications: 'Notifications',
};

const WordsContext = createContext<Words>(english);

export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>;
}

export const useWords = (): Words => useContext(WordsContext);
