import type { MethodContent } from '../method-content.ts';
import cs from './affinity-clustering.cs.ts';
import en from './affinity-clustering.en.ts';
import sk from './affinity-clustering.sk.ts';

export default {
  id: 'affinity-clustering',
  phase: 'prioritise',
  iap2: 'involve',
  aims: ['understand', 'choose'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 30 },
  minutes: 40,
  boardTemplateId: 'affinity-wall',
  origin: 'J. Kawakita (KJ method)',
  steps: [
    { minutes: 5, setting: { kind: 'cluster' } },
    { minutes: 15, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'cluster' } },
    { minutes: 5, setting: { kind: 'cluster' } },
    { minutes: 5, setting: { kind: 'cluster' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
