import type { RoomTeam } from '@spolu/contracts/activities/ideathon';
import type { Text } from '../../../i18n/texts.ts';

/** Its number and its name; one that was dealt has no name until somebody gives it one. */
export const teamTitle = (t: Text<'sessions/activities/ideathon'>, { number, name }: Pick<RoomTeam, 'number' | 'name'>): string =>
  name ? t('teamTitle', { number, name }) : t('teamNumber', { number });
