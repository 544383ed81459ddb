import { useLanguage, useTextsOf } from './i18n.ts';
import type { Text, TextsOf } from './texts.ts';

/**
 * The texts of one capability in the viewer's language; suspends until they are here.
 * `t('card.label')`, `t('card.left', { count: 3 })`.
 */
export const useText = <Of extends TextsOf>(of: Of): Text<Of> => useTextsOf(of, useLanguage());
