import type { MethodContent } from '../method-content.ts';
import cs from './future-workshop.cs.ts';
import en from './future-workshop.en.ts';
import sk from './future-workshop.sk.ts';

export default {
  id: 'future-workshop',
  phase: 'ideate',
  iap2: 'collaborate',
  aims: ['understand', 'ideas', 'shape'],
  places: ['room'],
  groupSize: { min: 10, max: 40 },
  minutes: 240,
  boardTemplateId: 'three-phases',
  origin: 'R. Jungk, N. R. Müllert',
  steps: [
    { minutes: 15, setting: { kind: 'information' } },
    { minutes: 60, setting: { kind: 'brainstorm', mode: 'open', frames: ['critique'] } },
    { minutes: 75, setting: { kind: 'brainstorm', mode: 'open', frames: ['vision'] } },
    { minutes: 75, setting: { kind: 'brainstorm', mode: 'open', frames: ['realisation', 'who-does-what-by-when'] } },
    { minutes: 15, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
