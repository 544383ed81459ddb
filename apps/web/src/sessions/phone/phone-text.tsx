import type { Language } from '@spolu/contracts/common';
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { makeText } from '../../i18n/make-text.ts';
import type texts from './texts/sk.json';

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
type Keys<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutPlural<`${Prefix}${Key}`> : Keys<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

export type PhoneTexts = typeof texts;
export type PhoneKey = Keys<PhoneTexts>;
export type PhoneText = (key: PhoneKey, values?: Record<string, string | number>) => string;
/** Gives the phone's texts in one language: a phone loads only the one it shows. */
export type LoadPhoneTexts = (language: Language) => Promise<object>;

/** The four languages in their own words. */
export const PHONE_LANGUAGES: readonly { id: Language; label: string; tag: string }[] = [
  { id: 'sk', label: 'Slovenčina', tag: 'sk-SK' },
  { id: 'cs', label: 'Čeština', tag: 'cs-CZ' },
  { id: 'en', label: 'English', tag: 'en-GB' },
  { id: 'uk', label: 'Українська', tag: 'uk-UA' },
];
interface PhoneTextState {
  t: PhoneText;
  language: Language;
  changeLanguage: (language: Language) => void;
}
const Context = createContext<PhoneTextState | null>(null);

const KEPT_AS = 'language';
function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return PHONE_LANGUAGES.find((known) => known.id === kept)?.id ?? null;
  } catch {
    return null;
  }
}
const deviceLanguage = (): Language | null => {
  for (const tag of navigator.languages) {
    const known = PHONE_LANGUAGES.find(({ id }) => id === tag.toLowerCase().split('-')[0]);
    if (known) return known.id;
  }
  return null;
};
/** Chosen on this device, else the device's own, else the town's. */
export const firstPhoneLanguage = (): Language => keptLanguage() ?? deviceLanguage() ?? 'sk';

interface PhoneTextProviderProps {
  first: { language: Language; texts: object };
  load: LoadPhoneTexts;
  children: ReactNode;
}

/** The page stays in the language it shows until the other one's texts are here. */
export function PhoneTextProvider({ first, load, children }: PhoneTextProviderProps) {
  const [shown, setShown] = useState(first);
  const changeLanguage = useCallback(
    (language: Language) => {
      try {
        localStorage.setItem(KEPT_AS, language);
      } catch {
        // The choice then lasts as long as the page.
      }
      // Without a network the words stay as they are: the choice is kept and holds at the next start.
      load(language).then((texts) => setShown({ language, texts }), () => undefined);
    },
    [load],
  );
  useEffect(() => {
    document.documentElement.lang = shown.language;
  }, [shown.language]);
  const state = useMemo(() => ({ t: makeText(shown.texts, shown.language), language: shown.language, changeLanguage }), [shown, changeLanguage]);
  return <Context value={state}>{children}</Context>;
}

export function usePhoneText(): PhoneTextState {
  const state = use(Context);
  if (!state) throw new Error('The phone has no texts');
  return state;
}
