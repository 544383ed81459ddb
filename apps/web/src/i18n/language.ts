import type { Language } from '@spolu/contracts/common';
import { LANGUAGES } from '@spolu/contracts/plain';

const KEPT_AS = 'language';

/** What the viewer chose on this device. Private windows may forbid storage: then nothing is chosen. */
export function chosenLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return LANGUAGES.find((known) => known === kept) ?? null;
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** The first of the browser's languages that we speak. Russian-speaking residents read Ukrainian or Slovak; we do not guess for them. */
export function browserLanguage(languages: readonly string[] = navigator.languages): Language | null {
  for (const tag of languages) {
    const language = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (language) return language;
  }
  return null;
}

/** In what language to begin: chosen here, else the account's, else the browser's, else the installation's. */
export const firstLanguage = (account?: Language | null, installation: Language = 'sk'): Language =>
  chosenLanguage() ?? account ?? browserLanguage() ?? installation;
