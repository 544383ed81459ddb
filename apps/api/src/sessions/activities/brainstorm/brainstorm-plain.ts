import type { KindPlain } from '../plain-by-kind.ts';

export const PLAIN_BRAINSTORM: KindPlain<'brainstorm'> = {
  parts: ({ part: { mode, way, howMightWe, frames, noteCount } }, words) => [
    ...(howMightWe ? [{ kind: 'paragraph' as const, text: howMightWe }] : []),
    { kind: 'paragraph', text: `${words.notes(noteCount)}: ${[words.modes[mode], ...(way ? [words.ways[way]] : [])].join('; ')}.` },
    ...frames.flatMap(({ title, notes }) => [
      ...(frames.length > 1 ? [{ kind: 'heading' as const, text: `${title} (${words.notes(notes.length)})` }] : []),
      { kind: 'notes' as const, notes },
    ]),
  ],
};
