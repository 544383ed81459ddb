import type { Language } from '@spolu/contracts/common';

export type TextValues = Record<string, string | number>;

/**
 * Gives the texts of one tree in one language: `t('dots.left', { count: 3 })`. `count` chooses the plural form (`left_one`, `left_few`, …); values stand in
 * `{{braces}}`, numbers among them are written as the language writes them. A key that nobody wrote is given back.
 */
export function makeText(tree: object, language: Language): (key: string, values?: TextValues) => string {
  const lookUp = (key: string): string | undefined => {
    let place: unknown = tree;
    for (const part of key.split('.')) place = (place as Record<string, unknown> | undefined)?.[part];
    return typeof place === 'string' ? place : undefined;
  };
  return (key, values = {}) => {
    const { count } = values;
    const found = (typeof count === 'number' ? lookUp(`${key}_${rulesOf(language).plural.select(count)}`) : undefined) ?? lookUp(key) ?? lookUp(`${key}_other`) ?? key;
    if (!found.includes('{{')) return found;
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? rulesOf(language).number.format(value) : (value ?? '');
    });
  };
}

const rules = new Map<Language, { plural: Intl.PluralRules; number: Intl.NumberFormat }>();

/** Made when a text first needs them, once for all texts of a language: they are dear. */
function rulesOf(language: Language) {
  const known = rules.get(language) ?? { plural: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) };
  rules.set(language, known);
  return known;
}
