import type assessment from '../assessment/sk.json';
import type boards from '../boards/sk.json';
import type commitments from '../commitments/sk.json';
import type duties from '../duties/sk.json';
import type home from '../home/sk.json';
import type http from '../http/sk.json';
import type ideas from '../ideas/sk.json';
import type identity from '../identity/sk.json';
import type methods from '../methods/sk.json';
import type outputs from '../outputs/sk.json';
import type participation from '../participation/sk.json';
import type notices from '../provenance/notices/sk.json';
import type provenance from '../provenance/sk.json';
import type publicVotes from '../public-votes/sk.json';
import type registration from '../registration/sk.json';
import type review from '../review/sk.json';
import type feedback from '../sessions/feedback/sk.json';
import type runSheet from '../sessions/run-sheet/sk.json';
import type report from '../sessions/report/sk.json';
import type sessions from '../sessions/sk.json';
import type ideathon from '../sessions/activities/ideathon/sk.json';
import type jury from '../sessions/activities/ideathon/jury/sk.json';
import type shell from '../shell/sk.json';
import type { TextValues } from './make-text.ts';

/**
 * The texts of each capability, by the name of its folder; the Slovak file gives the keys that `useText` accepts.
 * A new capability adds its two lines here and its four files (sk, cs, en, uk) in its folder.
 */
export interface Texts {
  assessment: typeof assessment;
  commitments: typeof commitments;
  boards: typeof boards;
  duties: typeof duties;
  home: typeof home;
  http: typeof http;
  ideas: typeof ideas;
  identity: typeof identity;
  methods: typeof methods;
  outputs: typeof outputs;
  participation: typeof participation;
  provenance: typeof provenance;
  'provenance/notices': typeof notices;
  'public-votes': typeof publicVotes;
  registration: typeof registration;
  review: typeof review;
  sessions: typeof sessions;
  'sessions/feedback': typeof feedback;
  'sessions/run-sheet': typeof runSheet;
  'sessions/report': typeof report;
  'sessions/activities/ideathon': typeof ideathon;
  'sessions/activities/ideathon/jury': typeof jury;
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
/** `count` chooses the plural form; numbers inside a text are formatted in its language. */
export type Text<Of extends TextsOf> = (key: TextKey<Of>, values?: TextValues) => string;
