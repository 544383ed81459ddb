import type { IdeathonSettings } from '@spolu/contracts/activities/ideathon';
import type { ActivitySettings } from '@spolu/contracts/activities/kinds';
import { Problem } from '@spolu/contracts/problems';
import type { KindRules } from '../kind-rules.ts';

/** What teams write are no notes: the board is only looked at. */
export const ideathonRules: KindRules<IdeathonSettings> = { hides: null, isCounted: false, board: () => ({}) };

/** @throws Problem `not-found` for an activity of another kind */
export function settingsOf({ settings }: { settings: ActivitySettings }): IdeathonSettings {
  if (settings.kind !== 'ideathon') throw new Problem('not-found');
  return settings;
}
