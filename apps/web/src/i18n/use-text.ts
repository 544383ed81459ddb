import type { Language } from '@spolu/contracts/common';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_TAGS } from './format.ts';
import type { Text, TextsOf, TextValues } from './texts.ts';

/**
 * The texts of one capability in the viewer's language; suspends until they are here.
 * `t('card.label')`, `t('card.left', { count: 3 })`.
 */
export function useText<Of extends TextsOf>(of: Of): Text<Of> {
  const { t, i18n } = useTranslation(of);
  const language = i18n.language as Language;
  return useMemo(() => {
    const numbers = new Intl.NumberFormat(LANGUAGE_TAGS[language]);
    return (key: string, values?: TextValues) => t(key, withNumbers(values, numbers));
  }, [t, language]);
}

/** `count` must stay a number for the plural; every other number is written as the language writes it. */
function withNumbers(values: TextValues | undefined, numbers: Intl.NumberFormat) {
  if (!values) return {};
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' && name !== 'count' ? numbers.format(value) : value]),
  );
}
