import { information, notes, pause, type ReadySheetContent } from './ready-sheet-content.ts';
import cs from './two-hour-workshop.cs.ts';
import en from './two-hour-workshop.en.ts';
import sk from './two-hour-workshop.sk.ts';
import uk from './two-hour-workshop.uk.ts';

export default {
  id: 'two-hour-workshop',
  startsAt: '16:30',
  blocks: [
    { type: 'arrival', minutes: 10, settings: information },
    { type: 'work', minutes: 10, shortestMinutes: 5, settings: information },
    { type: 'work', minutes: 25, shortestMinutes: 15, settings: notes('hidden') },
    { type: 'work', minutes: 25, shortestMinutes: 15, settings: () => ({ kind: 'cluster' }) },
    { type: 'break', minutes: 10, shortestMinutes: 5, settings: pause },
    { type: 'work', minutes: 15, shortestMinutes: 10, settings: () => ({ kind: 'dot-vote', dots: 3, perOption: 1 }) },
    { type: 'work', minutes: 15, optional: true, settings: information },
    { type: 'work', minutes: 10, shortestMinutes: 5, settings: information },
  ],
  texts: { sk, cs, en, uk },
} satisfies ReadySheetContent;
