import type { MethodContent } from '../method-content.ts';
import cs from './dialogue-circle.cs.ts';
import en from './dialogue-circle.en.ts';
import sk from './dialogue-circle.sk.ts';

export default {
  id: 'dialogue-circle',
  phase: 'explore',
  iap2: 'involve',
  aims: ['listen'],
  places: ['room', 'online'],
  groupSize: { min: 6, max: 16 },
  minutes: 75,
  boardTemplateId: 'dialogue-notes',
  origin: 'Dialogue and circle practice',
  steps: [
    { minutes: 10, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'information' } },
    { minutes: 15, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['shared-ground', 'open-differences'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
