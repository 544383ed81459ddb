/**
 * Checks the interface's texts: each folder of apps/web/src with an sk.json must have cs, en and uk with the same keys, every plural form
 * its language needs, the same placeholders, no empty text, and no key that no code uses. Prints all faults, then fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const LANGUAGES = ['sk', 'cs', 'en', 'uk'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const src = resolve(process.argv[2] ?? join(import.meta.dirname, '../apps/web/src'));
const faults = [];

const files = readdirSync(src, { recursive: true }).map(String);
const folders = files.filter((file) => /(^|\/)sk\.json$/.test(file)).map((file) => join(src, file, '..'));
const code = files
  .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');

// A key stands in the code as it is, or its beginning does, before something put in at run time: `state.${state}`.
const literals = new Set([...code.matchAll(/['"`]([\w./-]+)['"`]/g)].map(([, literal]) => literal));
const beginnings = [...new Set([...code.matchAll(/`([\w./-]*\w[.-]|[\w-]+\.[\w./-]+)\$\{/g)].map(([, beginning]) => beginning))];
const used = (key) => literals.has(key) || beginnings.some((beginning) => key.startsWith(beginning));

const flatten = (tree, prefix = '') =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`)));
const placeholders = (text) => [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => name);

/** Key without plural ending → its forms. A key is plural when its folder's Slovak has `_other` for it. */
function entriesOf(file, plurals) {
  const entries = new Map();
  for (const [key, text] of flatten(JSON.parse(readFileSync(file, 'utf8')))) {
    const base = key.replace(PLURAL, '');
    const plural = PLURAL.test(key) && plurals.has(base);
    const name = plural ? base : key;
    const forms = entries.get(name) ?? {};
    forms[plural ? PLURAL.exec(key)[1] : ''] = text;
    entries.set(name, forms);
  }
  return entries;
}

for (const folder of folders) {
  const name = relative(src, folder);
  const slovak = flatten(JSON.parse(readFileSync(join(folder, 'sk.json'), 'utf8')));
  const plurals = new Set(slovak.filter(([key]) => key.endsWith('_other')).map(([key]) => key.replace(PLURAL, '')));
  const texts = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const file = join(folder, `${language}.json`);
      if (existsSync(file)) return [[language, entriesOf(file, plurals)]];
      faults.push(`${name}/${language}.json is missing`);
      return [];
    }),
  );
  const keys = new Set(Object.values(texts).flatMap((entries) => [...entries.keys()]));
  for (const key of keys) {
    const wanted = new Set(Object.values(texts.sk?.get(key) ?? {}).flatMap(placeholders));
    for (const [language, entries] of Object.entries(texts)) {
      const forms = entries.get(key);
      if (!forms) {
        faults.push(`${name}/${language}.json lacks ${key}`);
        continue;
      }
      if (plurals.has(key)) {
        for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories)
          if (!(form in forms)) faults.push(`${name}/${language}.json lacks ${key}_${form}`);
      }
      for (const text of Object.values(forms)) if (text.trim() === '') faults.push(`${name}/${language}.json has nothing in ${key}`);
      const found = new Set(Object.values(forms).flatMap(placeholders));
      const differ = [...wanted].filter((p) => !found.has(p)).concat([...found].filter((p) => !wanted.has(p)));
      if (differ.length > 0) faults.push(`${name}/${language}.json: {{${differ.join('}}, {{')}}} in ${key} is not in both it and Slovak`);
    }
    if (!used(key)) faults.push(`${name}: nobody uses ${key}`);
  }
}

for (const fault of faults) console.error(fault);
console.log(`${folders.length} folders of texts in ${LANGUAGES.length} languages, ${faults.length} faults`);
if (faults.length > 0) process.exitCode = 1;
