import type { Language } from '@spolu/contracts/common';
import i18next, { type BackendModule, type InitOptions } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { rememberLanguage } from './language.ts';
import type { TextsOf } from './texts.ts';

/** Gives one capability's texts in one language. */
export type LoadTexts = (language: Language, of: TextsOf) => Promise<object>;

const backend = (load: LoadTexts): BackendModule => ({
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, done) => {
    // `true` beside the error lets i18next try again a few times: on a hall's Wi-Fi the next try often works.
    load(language as Language, namespace as TextsOf).then((texts) => done(null, texts as Record<string, string>), (error: Error) => done(error, true));
  },
});

/** Readies the texts of `first`; those of the other capabilities are fetched when a page asks for them. */
export async function startTexts(language: Language, load: LoadTexts, first: TextsOf[]) {
  const options: InitOptions = {
    lng: language,
    fallbackLng: false,
    ns: first,
    defaultNS: first[0],
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: true },
  };
  i18next.on('languageChanged', (next) => (document.documentElement.lang = next));
  await i18next.use(backend(load)).use(initReactI18next).init(options);
}

export const currentLanguage = () => i18next.language as Language;

/** Changes the language of the whole page at once and keeps the choice on this device. */
export async function changeLanguage(language: Language) {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}
