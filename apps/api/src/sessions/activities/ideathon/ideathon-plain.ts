import type { KindPlain } from '../plain-by-kind.ts';
import { juryParts, juryRows } from './jury/jury-plain.ts';
import { IDEATHON_WORDS } from './ideathon-words.ts';

export const PLAIN_IDEATHON: KindPlain<'ideathon'> = {
  parts: ({ part }, { language, people }) => {
    if (!part) return [];
    const words = IDEATHON_WORDS[language];
    return [
      { kind: 'paragraph', text: part.challenge, look: 'strong' },
      ...(part.brief ? [{ kind: 'paragraph' as const, text: part.brief }] : []),
      ...(part.goodProposal.length > 0 ? [{ kind: 'paragraph' as const, text: words.goodProposal }, { kind: 'list' as const, items: part.goodProposal }] : []),
      ...part.teams.flatMap(({ number, name, idea, memberCount }) => [
        { kind: 'heading' as const, text: words.team(number, name) },
        ...(idea ? [{ kind: 'paragraph' as const, text: idea }] : []),
        { kind: 'paragraph' as const, text: people(memberCount), look: 'soft' as const },
      ]),
      ...juryParts(part.jury, language),
    ];
  },
  rows: juryRows,
};
