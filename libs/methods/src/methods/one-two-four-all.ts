import type { MethodContent } from '../method-content.ts';
import cs from './one-two-four-all.cs.ts';
import en from './one-two-four-all.en.ts';
import sk from './one-two-four-all.sk.ts';

export default {
  id: 'one-two-four-all',
  phase: 'ideate',
  iap2: 'involve',
  aims: ['ideas'],
  places: ['room', 'online'],
  groupSize: { min: 8, max: 300 },
  minutes: 15,
  boardTemplateId: 'pair-ladder',
  origin: 'Liberating Structures (H. Lipmanowicz, K. McCandless)',
  steps: [
    { minutes: 3, setting: { kind: 'information' } },
    { minutes: 1, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['individual-notes'] } },
    { minutes: 2, setting: { kind: 'information' } },
    { minutes: 4, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'open', frames: ['plenary'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
