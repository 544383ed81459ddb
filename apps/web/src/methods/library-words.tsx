import type { LibraryText } from '@spolu/contracts/methods';
import { currentLanguage } from '../i18n/i18n.ts';

/** A text of the library, marked where it is not in the language of the page, so that it is read aloud rightly. */
export function LibraryWords({ of }: { of: LibraryText }) {
  return of.lang === currentLanguage() ? of.text : <span lang={of.lang}>{of.text}</span>;
}
