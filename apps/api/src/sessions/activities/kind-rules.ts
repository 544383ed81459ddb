import type { BoardRule } from '@spolu/contracts/boards';
import type { ActivityKind, ActivitySettings, SettingsOf } from '@spolu/contracts/activities/kinds';
import type { RunnableActivity } from '../activity.ts';
import { answersRules, choiceRules } from './answers/answers-kind-rules.ts';
import { brainstormRules } from './brainstorm/brainstorm-rules.ts';
import { breakoutRules } from './breakout/breakout-rules.ts';
import { clusterRules } from './cluster/cluster-rules.ts';
import { dotVoteRules } from './dot-vote/dot-vote-rules.ts';
import { ideathonRules } from './ideathon/ideathon-rules.ts';
import { informationRules } from './information/information-rules.ts';
import { qAndARules } from './q-and-a/q-and-a-rules.ts';

/** What a kind decides of what all activities do: pure, also of one that is only planned. */
export interface KindRules<Settings extends ActivitySettings = ActivitySettings> {
  /** Whether what people write waits for a reveal; null where there is nothing to reveal. */
  hides: ((settings: Settings) => boolean) | null;
  /** Its outcome is counted: told after the end when staff show it (SEC-46), and then it goes on no more. */
  isCounted: boolean;
  /** What it lets happen on the board while it runs; what it does not name is as between activities. */
  board: (activity: Omit<RunnableActivity, 'settings'> & { settings: Settings }) => Partial<BoardRule>;
}

const RULES: { [K in ActivityKind]: KindRules<SettingsOf<K>> } = {
  information: informationRules,
  brainstorm: brainstormRules,
  cluster: clusterRules,
  'dot-vote': dotVoteRules,
  ranking: choiceRules,
  estimate: choiceRules,
  consent: answersRules,
  'fist-to-five': answersRules,
  gradients: answersRules,
  question: answersRules,
  'q-and-a': qAndARules,
  breakout: breakoutRules,
  ideathon: ideathonRules,
  pulse: answersRules,
  timer: informationRules,
  break: informationRules,
};

export const rulesOf = ({ kind }: Pick<ActivitySettings, 'kind'>): KindRules => RULES[kind] as KindRules;
