import type { Language } from '@spolu/contracts/common';

const TABLE: Record<Language, string> = { sk: 'Stôl', cs: 'Stůl', en: 'Table', uk: 'Стіл' };

/** What a table is called on boards and on the way of a note, in the session's language. */
export const tableLabel = (number: number, language: Language): string => `${TABLE[language]} ${number}`;
