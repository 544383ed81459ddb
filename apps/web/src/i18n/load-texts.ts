import type { LoadTexts } from './i18n.ts';

const files = import.meta.glob<object>(['../**/{sk,cs,en,uk}.json', '!../sessions/phone/texts/*'], { import: 'default' });

/** Each capability's texts, and those of a part of one that is heavy enough to come alone, in each language are a file of their own, fetched when a page first asks for them. */
export const loadTexts: LoadTexts = (language, of) => {
  const file = files[`../${of}/${language}.json`];
  if (!file) throw new Error(`No texts ${of}/${language}.json`);
  return file();
};
