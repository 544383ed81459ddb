import type { ActivitySettings, SettingsOf } from '@spolu/contracts/activities/kinds';
import { DRAWING_KINDS } from '@spolu/contracts/plain';
import type { KindRules } from '../kind-rules.ts';

export const isModerated = (settings: ActivitySettings) => settings.kind === 'brainstorm' && settings.moderated === true;
/** People take turns, so notes come by commands alone. */
const hasTurns = (settings: SettingsOf<'brainstorm'>) => settings.way !== undefined;
export const isAnonymous = (settings: ActivitySettings) => settings.kind === 'brainstorm' && settings.mode === 'anonymous';

/** Everybody writes and draws; where nobody's name is kept, notes come by commands alone. What staff read first, and what is
 * written in turns, comes by commands too, and nobody draws words past them. */
export const brainstormRules: KindRules<SettingsOf<'brainstorm'>> = {
  hides: ({ mode }) => mode === 'hidden',
  isCounted: false,
  board: ({ settings, lockedAt, revealedAt }) => ({
    locked: lockedAt !== null,
    createNotes: isAnonymous(settings) || hasTurns(settings) ? 'nobody' : isModerated(settings) ? 'staff' : 'everyone',
    draw: isModerated(settings) || hasTurns(settings) ? [] : [...DRAWING_KINDS],
    hidden: settings.mode === 'hidden' && revealedAt === null,
    anonymous: isAnonymous(settings),
  }),
};
