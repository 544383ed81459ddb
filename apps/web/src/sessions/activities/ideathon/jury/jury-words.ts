import { type JudgedTeam, type JuryCriterion, scaleMaxOf } from '@spolu/contracts/activities/ideathon-jury';
import type { Bar } from '@spolu/ui/bar-chart';
import type { Text } from '../../../../i18n/texts.ts';

export type JuryText = Text<'sessions/activities/ideathon/jury'>;

/** With one place behind the comma at most, as everybody sees points and means. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;
export const teamTitle = ({ number, name }: { number: number; name: string }, t: JuryText): string => t('teamName', { number, name });
export const teamTitles = (teams: readonly { teamId: string; number: number; name: string }[], ids: readonly string[], t: JuryText): string =>
  teams.filter(({ teamId }) => ids.includes(teamId)).map((team) => teamTitle(team, t)).join(', ');
/** A criterion's share of the whole, in percent. */
export const percentOf = (criteria: readonly Pick<JuryCriterion, 'weight'>[], { weight }: Pick<JuryCriterion, 'weight'>): number =>
  Math.round((100 * weight) / criteria.reduce((sum, other) => sum + other.weight, 0));

/** Teams from the best down, by their points. */
export function standingBars(teams: readonly JudgedTeam[], t: JuryText, ownTeamId?: string): Bar[] {
  return teams.map((team) => ({
    id: team.teamId,
    label: [team.rank === null ? null : t('place', { rank: team.rank }), teamTitle(team, t), team.teamId === ownTeamId ? t('own') : null].filter(Boolean).join(' · '),
    count: team.points ?? 0,
    text: team.points === null ? t('notJudged') : t('pointsOf', { points: rounded(team.points) }),
    marked: team.rank === 1,
  }));
}

/** A team's means in words, by criterion. */
export const meansOf = ({ means }: JudgedTeam, criteria: readonly Pick<JuryCriterion, 'title' | 'anchors'>[], t: JuryText): string[] =>
  means.flatMap((mean, i) => {
    const criterion = criteria[i];
    return criterion ? [t('mean', { title: criterion.title, mean: rounded(mean), best: scaleMaxOf(criterion) })] : [];
  });
