import type { MethodContent } from '../method-content.ts';
import cs from './fist-to-five.cs.ts';
import en from './fist-to-five.en.ts';
import sk from './fist-to-five.sk.ts';

export default {
  id: 'fist-to-five',
  phase: 'decide',
  iap2: 'collaborate',
  aims: ['agree'],
  places: ['room', 'online'],
  groupSize: { min: 3, max: 60 },
  minutes: 10,
  boardTemplateId: 'scale-ballot',
  origin: 'Consensus practice',
  steps: [
    { minutes: 2, setting: { kind: 'information' } },
    { minutes: 1, setting: { kind: 'dot-vote', dots: 5, perOption: 5 } },
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'open', frames: ['concerns'] } },
    { minutes: 2, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
