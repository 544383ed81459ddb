import type { VoteHeld, VoteResult } from '@spolu/contracts/activities/dot-vote';
import { Table } from '@spolu/ui/table';
import type { AnswerText } from '../answers/answer-text.ts';

interface VoteRoundsProps {
  vote: VoteHeld & { result: VoteResult };
  t: AnswerText;
  /** “3 dots”, as the screen's texts say it. */
  dots: (count: number) => string;
}

/** The same vote held more than once: one column a round; an option of another round is known by its title, and those of one title are told together. */
export function VoteRounds({ vote: { earlier, round, result }, t, dots }: VoteRoundsProps) {
  if (earlier.length === 0) return null;
  const rounds = [...earlier, { number: round, result }];
  const titles = [...new Set([...rounds].reverse().flatMap((one) => one.result.options.map(({ title }) => title)))];
  return (
    <Table
      short={rounds.length <= 2}
      caption={t('answers.rounds')}
      rows={titles}
      rowKey={(title) => title}
      columns={[
        { id: 'option', title: t('answers.option'), heading: true, cell: (title) => title },
        ...rounds.map((one) => ({
          id: String(one.number),
          title: t('answers.round', { number: one.number }),
          cell: (wanted: string) => {
            const known = one.result.options.filter(({ title }) => title === wanted);
            return known.length > 0 ? dots(known.reduce((sum, option) => sum + option.dots, 0)) : '–';
          },
        })),
      ]}
    />
  );
}
