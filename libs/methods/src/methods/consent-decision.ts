import type { MethodContent } from '../method-content.ts';
import cs from './consent-decision.cs.ts';
import en from './consent-decision.en.ts';
import sk from './consent-decision.sk.ts';

export default {
  id: 'consent-decision',
  phase: 'decide',
  iap2: 'empower',
  aims: ['agree'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 15 },
  minutes: 30,
  boardTemplateId: 'consent-sheet',
  origin: 'Sociocracy (G. Endenburg)',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 7, setting: { kind: 'brainstorm', mode: 'open', frames: ['questions'] } },
    { minutes: 6, setting: { kind: 'brainstorm', mode: 'open', frames: ['reactions'] } },
    { minutes: 4, setting: { kind: 'brainstorm', mode: 'open', frames: ['objections'] } },
    { minutes: 6, setting: { kind: 'brainstorm', mode: 'open', frames: ['proposal'] } },
    { minutes: 2, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
