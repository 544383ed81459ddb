import type { Language } from '@spolu/contracts/common';
import type { AccessNeed, ChangeRegistration } from '@spolu/contracts/registration';

/** What somebody types of herself, as the fields hold it. */
export interface Details {
  name: string;
  email: string;
  /** Null while the field is empty. */
  people: number | null;
  needs: AccessNeed[];
  needsNote: string;
  language: Language;
}

export const noDetails = (language: Language): Details => ({ name: '', email: '', people: 1, needs: [], needsNote: '', language });

/** As the command wants them: no address is null. */
export const detailsOf = ({ name, email, people, needs, needsNote, language }: Details) => ({ name, email: email.trim() || null, people, needs, needsNote, language });

export const detailsFrom = ({ name, email, people, needs, needsNote, language }: Omit<ChangeRegistration, 'secret'>): Details => ({
  name, email: email ?? '', people, needs, needsNote, language,
});
