import type { MethodContent } from '../method-content.ts';
import cs from './walkshop.cs.ts';
import en from './walkshop.en.ts';
import sk from './walkshop.sk.ts';

export default {
  id: 'walkshop',
  phase: 'explore',
  iap2: 'involve',
  aims: ['meet', 'understand'],
  places: ['room'],
  groupSize: { min: 5, max: 25 },
  minutes: 120,
  boardTemplateId: 'route-stops',
  origin: 'Urban planning practice',
  steps: [
    { minutes: 15, setting: { kind: 'information' } },
    { minutes: 70, setting: { kind: 'brainstorm', mode: 'open', frames: ['stop-cards'] } },
    { minutes: 25, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
