import type { MethodContent } from '../method-content.ts';
import cs from './open-space.cs.ts';
import en from './open-space.en.ts';
import sk from './open-space.sk.ts';

export default {
  id: 'open-space',
  phase: 'explore',
  iap2: 'collaborate',
  aims: ['listen', 'shape'],
  places: ['room'],
  groupSize: { min: 5, max: 2000 },
  minutes: 210,
  boardTemplateId: 'marketplace-grid',
  origin: 'H. Owen',
  steps: [
    { minutes: 15, setting: { kind: 'information' } },
    { minutes: 30, setting: { kind: 'brainstorm', mode: 'open', frames: ['topics'] } },
    { minutes: 45, setting: { kind: 'brainstorm', mode: 'open', frames: ['session-reports'] } },
    { minutes: 45, setting: { kind: 'brainstorm', mode: 'open', frames: ['session-reports'] } },
    { minutes: 45, setting: { kind: 'brainstorm', mode: 'open', frames: ['session-reports', 'next-steps'] } },
    { minutes: 30, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
