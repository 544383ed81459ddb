import cs from './half-day-dialogue.cs.ts';
import en from './half-day-dialogue.en.ts';
import sk from './half-day-dialogue.sk.ts';
import uk from './half-day-dialogue.uk.ts';
import { information, notes, pause, type ReadySheetContent } from './ready-sheet-content.ts';

export default {
  id: 'half-day-dialogue',
  startsAt: '09:00',
  blocks: [
    { type: 'arrival', minutes: 15, settings: information },
    { type: 'work', minutes: 15, shortestMinutes: 10, settings: information },
    { type: 'work', minutes: 30, shortestMinutes: 20, settings: notes('anonymous') },
    { type: 'break', minutes: 15, shortestMinutes: 10, settings: pause },
    {
      type: 'work', minutes: 60, shortestMinutes: 40,
      settings: ({ frames = [] }) => ({ kind: 'breakout', deal: 'by-sector', tableCount: 4, seats: null, hosts: true, visitors: 'look', questions: [], places: [], frames: [...frames] }),
    },
    { type: 'break', minutes: 15, shortestMinutes: 10, settings: pause },
    { type: 'work', minutes: 25, shortestMinutes: 15, settings: () => ({ kind: 'cluster' }) },
    { type: 'talk', minutes: 25, optional: true, settings: () => ({ kind: 'q-and-a', moderated: false }) },
    { type: 'work', minutes: 20, shortestMinutes: 10, settings: () => ({ kind: 'dot-vote', dots: 5, perOption: 2 }) },
    { type: 'work', minutes: 20, shortestMinutes: 10, settings: information },
  ],
  texts: { sk, cs, en, uk },
} satisfies ReadySheetContent;
