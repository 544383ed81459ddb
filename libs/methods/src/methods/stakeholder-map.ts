import type { MethodContent } from '../method-content.ts';
import cs from './stakeholder-map.cs.ts';
import en from './stakeholder-map.en.ts';
import sk from './stakeholder-map.sk.ts';

export default {
  id: 'stakeholder-map',
  phase: 'frame',
  iap2: 'collaborate',
  aims: ['understand'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 20 },
  minutes: 45,
  boardTemplateId: 'stakeholder-grid',
  origin: 'Common planning practice; influence grid after A. Mendelow',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['actor-list'] } },
    { minutes: 10, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['missing-voices'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['who-to-invite'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
