import type { Language } from '@spolu/contracts/common';
import { LANGUAGES } from '@spolu/contracts/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { LANGUAGE_NAMES } from '../i18n/format.ts';

interface LanguageFieldProps {
  id?: string;
  label: string;
  value: Language;
  onChange: (language: Language) => void;
}

/** Each language in its own words: who needs it must be able to read it. */
export function LanguageField(props: LanguageFieldProps) {
  return <RadioGroup {...props} direction="row" options={LANGUAGES.map((id) => ({ id, label: <span lang={id}>{LANGUAGE_NAMES[id]}</span> }))} />;
}
