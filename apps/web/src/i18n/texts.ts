import type home from '../home/sk.json';
import type http from '../http/sk.json';
import type identity from '../identity/sk.json';
import type methods from '../methods/sk.json';
import type participation from '../participation/sk.json';
import type shell from '../shell/sk.json';

/**
 * The texts of each capability, by the name of its folder; the Slovak file gives the keys that `useText` accepts.
 * A new capability adds its two lines here and its four files (sk, cs, en, uk) in its folder.
 */
export interface Texts {
  home: typeof home;
  http: typeof http;
  identity: typeof identity;
  methods: typeof methods;
  participation: typeof participation;
  shell: typeof shell;
}

export type TextsOf = keyof Texts;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${PluralForm}` ? Base : Key;
type Keys<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutPlural<`${Prefix}${Key}`> : Keys<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** A key of one capability's texts, with dots for nesting and without the plural's ending. */
export type TextKey<Of extends TextsOf> = Keys<Texts[Of]>;
export type TextValues = Record<string, string | number>;
/** `count` chooses the plural form; numbers inside a text are formatted in its language. */
export type Text<Of extends TextsOf> = (key: TextKey<Of>, values?: TextValues) => string;
