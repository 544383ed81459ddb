import type { ActivityKind, ActivitySettings, SettingsOf } from '@spolu/contracts/activities/kinds';
import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/texts.ts';
import { ESTIMATE_SETTINGS, QUESTION_SETTINGS, RANKING_SETTINGS } from './answers/answers-settings.tsx';
import { BREAKOUT_SETTINGS } from './breakout/breakout-settings.tsx';
import { BRAINSTORM_SETTINGS } from './brainstorm/brainstorm-settings.tsx';
import { DOT_VOTE_SETTINGS } from './dot-vote/dot-vote-settings.tsx';
import { IDEATHON_SETTINGS } from './ideathon/ideathon-settings.tsx';
import { QUESTION_KIND_SETTINGS } from './question/question-settings.tsx';
import { PULSE_SETTINGS } from './pulse/pulse-settings.tsx';
import { Q_AND_A_SETTINGS } from './q-and-a/q-and-a-settings.tsx';

export interface SettingsFieldsProps<Values> {
  values: Values;
  change: (part: Partial<Values>) => void;
  /** The complaint about a field of the settings, by its path there. */
  errorOf: (path: string) => string | null;
  /** Its id, by the same path. */
  idOf: (path: string) => string;
}
/** How a kind's settings are chosen when an activity is prepared. */
export interface KindSettings<K extends ActivityKind = ActivityKind, Values extends object = object> {
  /** What the form of a new activity begins with. */
  start: Values;
  valuesOf: (settings: SettingsOf<K>) => Values;
  /** What the contract's schema sees, without the kind. */
  settingsOf: (values: Values) => object;
  /** By path in the settings; `*` stands for an index. */
  labels: Record<string, TextKey<'sessions'>>;
  Fields: ComponentType<SettingsFieldsProps<Values>> | null;
  /** What the agenda says of it beside its kind. */
  Tags: ComponentType<{ settings: SettingsOf<K> }> | null;
}

const NONE = { start: {}, valuesOf: () => ({}), settingsOf: () => ({}), labels: {}, Fields: null, Tags: null };

/** Their values differ and are only handed back to where they come from. */
const KINDS = {
  information: NONE,
  brainstorm: BRAINSTORM_SETTINGS,
  cluster: NONE,
  'dot-vote': DOT_VOTE_SETTINGS,
  ranking: RANKING_SETTINGS,
  estimate: ESTIMATE_SETTINGS,
  consent: QUESTION_SETTINGS,
  'fist-to-five': QUESTION_SETTINGS,
  gradients: QUESTION_SETTINGS,
  question: QUESTION_KIND_SETTINGS,
  'q-and-a': Q_AND_A_SETTINGS,
  breakout: BREAKOUT_SETTINGS,
  ideathon: IDEATHON_SETTINGS,
  pulse: PULSE_SETTINGS,
  timer: NONE,
  break: NONE,
} satisfies Record<ActivityKind, unknown>;

export const settingsOfKind = (kind: ActivityKind) => KINDS[kind] as unknown as KindSettings;

/** All kinds' values side by side while one chooses: going back to a kind finds what was set there. */
export type SettingsValues = Record<ActivityKind, object>;
export function settingsValues(kinds: readonly ActivityKind[], settings: ActivitySettings | null): SettingsValues {
  return Object.fromEntries(
    kinds.map((kind) => [kind, settings?.kind === kind ? settingsOfKind(kind).valuesOf(settings) : settingsOfKind(kind).start]),
  ) as SettingsValues;
}
