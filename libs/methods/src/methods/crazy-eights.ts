import type { MethodContent } from '../method-content.ts';
import cs from './crazy-eights.cs.ts';
import en from './crazy-eights.en.ts';
import sk from './crazy-eights.sk.ts';

export default {
  id: 'crazy-eights',
  phase: 'ideate',
  iap2: 'involve',
  aims: ['ideas'],
  places: ['room'],
  groupSize: { min: 3, max: 30 },
  minutes: 20,
  boardTemplateId: 'eight-panels',
  origin: 'Design sprint practice (Google Ventures)',
  steps: [
    { minutes: 3, setting: { kind: 'information' } },
    { minutes: 8, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['eight-empty-panels-per-person'] } },
    { minutes: 6, setting: { kind: 'information' } },
    { minutes: 3, setting: { kind: 'dot-vote', dots: 2 } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
