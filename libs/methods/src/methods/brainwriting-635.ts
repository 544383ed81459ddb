import type { MethodContent } from '../method-content.ts';
import cs from './brainwriting-635.cs.ts';
import en from './brainwriting-635.en.ts';
import sk from './brainwriting-635.sk.ts';

export default {
  id: 'brainwriting-635',
  phase: 'ideate',
  iap2: 'involve',
  aims: ['ideas'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 60 },
  minutes: 45,
  boardTemplateId: 'rounds-sheet',
  origin: 'B. Rohrbach',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 30, setting: { kind: 'brainstorm', mode: 'hidden', way: { kind: 'brainwriting', rounds: 6 }, frames: ['sheet-per-person'] } },
    { minutes: 10, setting: { kind: 'dot-vote', dots: 3 } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
