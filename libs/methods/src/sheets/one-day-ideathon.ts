import cs from './one-day-ideathon.cs.ts';
import en from './one-day-ideathon.en.ts';
import sk from './one-day-ideathon.sk.ts';
import uk from './one-day-ideathon.uk.ts';
import { information, pause, type ReadySheetContent } from './ready-sheet-content.ts';

const CANVAS_MINUTES = 180;

export default {
  id: 'one-day-ideathon',
  startsAt: '09:00',
  blocks: [
    { type: 'arrival', minutes: 30, settings: information },
    { type: 'work', minutes: 20, shortestMinutes: 10, settings: information },
    { type: 'talk', minutes: 40, shortestMinutes: 20, settings: () => ({ kind: 'q-and-a', moderated: false }) },
    { type: 'break', minutes: 15, shortestMinutes: 10, settings: pause },
    {
      type: 'work', minutes: 330, shortestMinutes: 240,
      settings: ({ ideathon = { challenge: '', brief: '', goodProposal: [], fields: [] } }) => ({
        kind: 'ideathon', challenge: ideathon.challenge, brief: ideathon.brief, goodProposal: [...ideathon.goodProposal], teamMin: 3, teamMax: 6,
        fields: ideathon.fields, canvasMinutes: CANVAS_MINUTES, pitchMinutes: 3,
        audience: { dots: 3, perOption: 1, ownTeam: false }, jury: null,
      }),
    },
    { type: 'break', minutes: 15, shortestMinutes: 10, settings: pause },
    { type: 'work', minutes: 30, shortestMinutes: 15, settings: information },
  ],
  texts: { sk, cs, en, uk },
} satisfies ReadySheetContent;
