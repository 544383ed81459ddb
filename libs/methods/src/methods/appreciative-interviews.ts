import type { MethodContent } from '../method-content.ts';
import cs from './appreciative-interviews.cs.ts';
import en from './appreciative-interviews.en.ts';
import sk from './appreciative-interviews.sk.ts';

export default {
  id: 'appreciative-interviews',
  phase: 'explore',
  iap2: 'involve',
  aims: ['meet', 'listen'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 200 },
  minutes: 60,
  boardTemplateId: 'story-wall',
  origin: 'Liberating Structures; roots in Appreciative Inquiry (D. Cooperrider)',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'information' } },
    { minutes: 15, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['success-factors'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['how-to-do-more-of-it'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
