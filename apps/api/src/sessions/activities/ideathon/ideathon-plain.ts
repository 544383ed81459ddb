import type { ReportVote } from '@spolu/contracts/activities/dot-vote';
import type { ReportTeam } from '@spolu/contracts/activities/ideathon';
import type { ReportActivityOf } from '@spolu/contracts/sessions';
import type { PlainPart, Sheet } from '../../report/plain.ts';
import type { ReportWords } from '../../report/report-words.ts';
import type { KindPlain } from '../plain-by-kind.ts';
import { PLAIN_DOT_VOTE } from '../dot-vote/dot-vote-plain.ts';
import { juryParts, juryRows } from './jury/jury-plain.ts';
import { IDEATHON_WORDS, type IdeathonWords } from './ideathon-words.ts';

export const PLAIN_IDEATHON: KindPlain<'ideathon'> = {
  parts: (activity, reportWords) => {
    const { part } = activity;
    const { language, people } = reportWords;
    if (!part) return [];
    const words = IDEATHON_WORDS[language];
    return [
      { kind: 'paragraph', text: part.challenge, look: 'strong' },
      ...(part.brief ? [{ kind: 'paragraph' as const, text: part.brief }] : []),
      ...(part.goodProposal.length > 0 ? [{ kind: 'paragraph' as const, text: words.goodProposal }, { kind: 'list' as const, items: part.goodProposal }] : []),
      ...part.teams.flatMap((team) => teamParts(team, words, people)),
      ...juryParts(part.jury, language),
      ...(part.audience ? [{ kind: 'heading' as const, text: words.audience }, ...PLAIN_DOT_VOTE.parts({ ...activity, kind: 'dot-vote', part: part.audience }, reportWords)] : []),
    ];
  },
  rows: teamRows,
  moreRows: juryRows,
};

function teamRows({ id, title, part }: ReportActivityOf<'ideathon'>, { language, columns }: ReportWords): Sheet | null {
  if (!part) return null;
  const words = IDEATHON_WORDS[language];
  return {
    id: 'teams',
    columns: [
      columns.activityId, columns.activity, words.columns.teamId, words.columns.number, words.columns.name, words.columns.idea, columns.people, words.columns.field, words.columns.required,
      columns.contributionId, columns.text, columns.language, columns.author, words.columns.dots, words.columns.rank,
    ],
    // a team whose canvas nobody wrote at stands there all the same
    rows: part.teams.flatMap((team) =>
      team.canvas.map((field) => [
        id, title, team.id, team.number, team.name, team.idea, team.memberCount, field.title, field.required ? '✓' : null,
        field.words?.contributionId ?? null, field.words?.text ?? null, field.words?.language ?? null, field.words?.authors.join(', ') || null,
        ...votesFor(part.audience, team.id),
      ]),
    ),
  };
}

function votesFor(audience: ReportVote | null, teamId: string): (number | null)[] {
  const option = audience?.result.options.find(({ optionId }) => optionId === teamId);
  return [option?.dots ?? null, option?.rank ?? null];
}

function teamParts({ number, name, idea, memberCount, merged, canvas }: ReportTeam, words: IdeathonWords, people: (count: number) => string): PlainPart[] {
  return [
    { kind: 'heading', text: words.team(number, name) },
    ...(idea ? [{ kind: 'paragraph' as const, text: idea }] : []),
    { kind: 'paragraph', text: people(memberCount), look: 'soft' },
    ...merged.map((other) => ({ kind: 'paragraph' as const, text: words.merged([words.team(other.number, other.name), other.idea].filter(Boolean).join(' · ')) })),
    ...(canvas.some((field) => field.words)
      ? canvas.flatMap(({ title, required, words: said }): PlainPart[] => [
          { kind: 'paragraph', text: title, look: 'strong' },
          said ? { kind: 'quote', text: said.text, language: said.language, author: said.authors.join(', ') || null } : { kind: 'paragraph', text: required ? words.missing : words.empty, look: 'soft' },
        ])
      : []),
  ];
}
