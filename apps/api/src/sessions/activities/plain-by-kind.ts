import type { ActivityKind } from '@spolu/contracts/activities/kinds';
import type { ReportActivity, ReportActivityOf } from '@spolu/contracts/sessions';
import type { PlainPart, Sheet } from '../report/plain.ts';
import type { ReportWords } from '../report/report-words.ts';
import { PLAIN_ANSWERS } from './answers/answers-plain.ts';
import { PLAIN_BREAKOUT } from './breakout/breakout-plain.ts';
import { PLAIN_BRAINSTORM } from './brainstorm/brainstorm-plain.ts';
import { PLAIN_DOT_VOTE } from './dot-vote/dot-vote-plain.ts';
import { PLAIN_IDEATHON } from './ideathon/ideathon-plain.ts';
import { PLAIN_PULSE } from './pulse/pulse-plain.ts';
import { PLAIN_Q_AND_A } from './q-and-a/q-and-a-plain.ts';

/** How a kind's findings read where there is no page to click on: in documents and spreadsheets. */
export interface KindPlain<K extends ActivityKind = ActivityKind> {
  parts: (activity: ReportActivityOf<K>, words: ReportWords) => PlainPart[];
  /** Rows with ids, of a kind that has any besides notes. */
  rows?: (activity: ReportActivityOf<K>, words: ReportWords) => Sheet | null;
  /** Rows for a second table. */
  moreRows?: (activity: ReportActivityOf<K>, words: ReportWords) => Sheet | null;
}

/** Null: there is nothing beside what all have. Clusters that it closed stand after it. */
const KINDS: { [K in ActivityKind]: KindPlain<K> | null } = {
  information: null,
  brainstorm: PLAIN_BRAINSTORM,
  cluster: null,
  'dot-vote': PLAIN_DOT_VOTE,
  ranking: PLAIN_ANSWERS,
  estimate: PLAIN_ANSWERS,
  consent: PLAIN_ANSWERS,
  'fist-to-five': PLAIN_ANSWERS,
  gradients: PLAIN_ANSWERS,
  question: PLAIN_ANSWERS,
  'q-and-a': PLAIN_Q_AND_A,
  breakout: PLAIN_BREAKOUT,
  ideathon: PLAIN_IDEATHON,
  pulse: PLAIN_PULSE,
  timer: null,
  break: null,
};

export const plainOf = ({ kind }: ReportActivity) => KINDS[kind] as KindPlain | null;
