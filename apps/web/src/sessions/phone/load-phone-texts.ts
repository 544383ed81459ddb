import type { LoadPhoneTexts } from './phone-text.tsx';

const files = import.meta.glob<object>('./{sk,cs,en,uk}.json', { import: 'default' });

/** Each language is a file of its own: a phone fetches the one it shows. */
export const loadPhoneTexts: LoadPhoneTexts = (language) => {
  const file = files[`./${language}.json`];
  if (!file) throw new Error(`No phone texts in ${language}`);
  return file();
};
