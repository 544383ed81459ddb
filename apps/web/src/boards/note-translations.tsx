import type { Language } from '@spolu/contracts/common';
import type { Translation } from '@spolu/contracts/second-language';
import { createContext, use, type ReactNode } from 'react';
import './note-translations.css';

/** What people made of notes in the session's other language, by contribution. */
export type NoteTranslations = ReadonlyMap<string, readonly Translation[]>;
export const NO_TRANSLATIONS: NoteTranslations = new Map();
interface Told {
  of: NoteTranslations;
  /** That a person translated it, in the words of the screen. */
  sign: string;
}
const Context = createContext<Told>({ of: NO_TRANSLATIONS, sign: '' });

/** For whatever shows notes below it. */
export function TranslatedNotes({ of, sign, children }: Told & { children: ReactNode }) {
  return <Context value={{ of, sign }}>{children}</Context>;
}
/** What stands under the words of a note. A hook, so that a wall that measures its notes is drawn again with them. */
export function useNoteTranslations(): (contributionId: string) => ReactNode {
  const { of, sign } = use(Context);
  return (contributionId) => {
    const translations = of.get(contributionId);
    return translations && <TranslationLines translations={translations} sign={sign} />;
  };
}

/** Never as its author's words: each says that it is a translation. */
export function TranslationLines({ translations, sign, signLanguage }: { translations: readonly Translation[]; sign: string; signLanguage?: Language }) {
  return translations.map(({ language, text }) => (
    <span key={language} className="note-translation">
      <span lang={language}>{text}</span>{' '}
      <span className="note-translation-sign" lang={signLanguage}>
        ({sign})
      </span>
    </span>
  ));
}
