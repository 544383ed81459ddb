import type { KindPlain } from '../plain-by-kind.ts';

export const PLAIN_BREAKOUT: KindPlain<'breakout'> = {
  parts: ({ part }, words) =>
    (part?.tables ?? []).flatMap(({ number, question, place, memberCount, noteCount, clusters }) => [
      { kind: 'heading' as const, text: [words.table(number), question].filter(Boolean).join(' · ') },
      { kind: 'paragraph' as const, text: [place, words.people(memberCount), words.notes(noteCount)].filter(Boolean).join(' · '), look: 'soft' as const },
      ...clusters.flatMap(({ title, notes }) => [
        ...(clusters.length > 1 || title ? [{ kind: 'paragraph' as const, text: title || words.unclustered, look: 'strong' as const }] : []),
        { kind: 'notes' as const, notes },
      ]),
    ]),
};
