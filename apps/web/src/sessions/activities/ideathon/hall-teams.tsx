import type { RoomIdeathon } from '@spolu/contracts/activities/ideathon';
import { useText } from '../../../i18n/use-text.ts';
import { FittedList } from '../../fitted-list.tsx';
import '../breakout/projector-breakout.css';
import './hall-teams.css';

/** Ideas are read from the last row as long as there are few. */
const WITH_IDEAS_MAX = 10;
/** Beyond that a name has two lines and stands alone, so that forty are on the wall at once. */
export const MANY_TEAMS = 16;

/** All teams in columns, and how many are in each; who is in which everybody reads on her own phone. */
export function HallTeams({ part: { teams, settings, stage } }: { part: RoomIdeathon }) {
  const t = useText('sessions/activities/ideathon');
  return (
    <FittedList of={teams.map(({ name, idea }) => `${name} ${idea}`).join('\n')} more={(count) => t('moreTeams', { count })}>
      <ul role="list" className="hall-tables" data-many={teams.length > MANY_TEAMS || undefined}>
        {teams.map(({ id, number, name, idea, memberCount, filled }) => (
          <li key={id}>
            <span className="hall-table-number">
              <span className="visually-hidden">{t('teamNumber', { number })}</span>
              <span aria-hidden>{number}</span>
            </span>
            <span className="hall-table-words">
              {name && <strong>{name}</strong>}
              {idea && teams.length <= WITH_IDEAS_MAX && <span>{idea}</span>}
              {teams.length <= MANY_TEAMS && (
                <span className="hall-soft">
                  {stage === 'teams' ? t('placesOf', { count: memberCount, of: settings.teamMax }) : t('filledOf', { count: filled.length, of: settings.fields.length })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </FittedList>
  );
}
