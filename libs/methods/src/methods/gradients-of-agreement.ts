import type { MethodContent } from '../method-content.ts';
import cs from './gradients-of-agreement.cs.ts';
import en from './gradients-of-agreement.en.ts';
import sk from './gradients-of-agreement.sk.ts';

export default {
  id: 'gradients-of-agreement',
  phase: 'decide',
  iap2: 'collaborate',
  aims: ['agree'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 40 },
  minutes: 20,
  boardTemplateId: 'scale-ballot',
  origin: 'S. Kaner and colleagues',
  steps: [
    { minutes: 3, setting: { kind: 'information' } },
    { minutes: 3, setting: { kind: 'dot-vote', dots: 1 } },
    { minutes: 4, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['amended-proposal'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
