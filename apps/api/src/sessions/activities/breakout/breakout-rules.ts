import type { BreakoutSettings } from '@spolu/contracts/activities/breakout';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import type { KindRules } from '../kind-rules.ts';

/** The session's first board rests meanwhile: what is written, is written at the tables (`table-rule.ts`). */
export const breakoutRules: KindRules<BreakoutSettings> = { hides: null, isCounted: false, board: () => ({}) };

/** @throws Problem `not-found` for an activity of another kind */
export function settingsOf({ settings }: { settings: ActivitySettings }): BreakoutSettings {
  if (settings.kind !== 'breakout') throw new Problem('not-found');
  return settings;
}
