import type { MethodContent } from '../method-content.ts';
import cs from './fishbowl.cs.ts';
import en from './fishbowl.en.ts';
import sk from './fishbowl.sk.ts';

export default {
  id: 'fishbowl',
  phase: 'explore',
  iap2: 'involve',
  aims: ['listen'],
  places: ['room', 'online'],
  groupSize: { min: 12, max: 80 },
  minutes: 60,
  boardTemplateId: 'fishbowl-notes',
  origin: 'Group facilitation practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'information' } },
    { minutes: 35, setting: { kind: 'brainstorm', mode: 'open', frames: ['key-statements', 'questions-from-the-outer-circle'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['agreements-and-differences'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
