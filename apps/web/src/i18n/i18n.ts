import type { Language } from '@spolu/contracts/common';
import { useSyncExternalStore } from 'react';
import { rememberLanguage } from './language.ts';
import { makeText } from './make-text.ts';
import type { TextsOf } from './texts.ts';

/** Gives one capability's texts in one language. */
export type LoadTexts = (language: Language, of: TextsOf) => Promise<object>;
type AnyText = ReturnType<typeof makeText>;
interface Coming {
  done: Promise<void>;
  text?: AnyText;
}

/** On a hall's Wi-Fi the next try often works. */
const TRY_AGAIN_AFTER_MS = [350, 700, 1_400, 2_800, 5_600];

let shown: Language = 'sk';
let load: LoadTexts = () => Promise.reject(new Error('Texts are not started'));
/** What is here or on its way. */
const asked = new Map<string, Coming>();
const listeners = new Set<() => void>();

/** Has these texts on their way before it is certain that they are shown. */
export function askTexts(language: Language, from: LoadTexts, first: readonly TextsOf[]) {
  load = from;
  void fetchAll(language, first);
}

/** Readies the texts of `first`; those of the other capabilities are fetched when a page asks for them. */
export async function startTexts(language: Language, from: LoadTexts, first: readonly TextsOf[]) {
  load = from;
  await fetchAll(language, first);
  show(language);
}

export const currentLanguage = () => shown;

/** Changes the language of the whole page at once, when all that it shows is here, and keeps the choice on this device. */
export async function changeLanguage(language: Language) {
  rememberLanguage(language);
  await fetchAll(language, new Set([...asked.keys()].map((key) => key.split('/')[1] as TextsOf)));
  show(language);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** The texts of one capability in a language; suspends until they are here. */
export function useTextsOf(of: TextsOf, language: Language): AnyText {
  const coming = fetchTexts(of, language);
  if (coming.text) return coming.text;
  throw coming.done;
}

const fetchAll = (language: Language, all: Iterable<TextsOf>) => Promise.all([...all].map((of) => fetchTexts(of, language).done));

function fetchTexts(of: TextsOf, language: Language): Coming {
  const key = `${language}/${of}`;
  const known = asked.get(key);
  if (known) return known;
  const coming: Coming = {
    done: tryHard(() => load(language, of)).then((tree) => {
      coming.text = makeText(tree, language);
    }),
  };
  asked.set(key, coming);
  return coming;
}

/** Without its texts a page still comes, with the names of the texts in their places. */
async function tryHard(attempt: () => Promise<object>): Promise<object> {
  for (const wait of TRY_AGAIN_AFTER_MS) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return attempt().catch(() => ({}));
}

function show(language: Language) {
  shown = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
