import type { MethodContent } from '../method-content.ts';
import cs from './emotion-map.cs.ts';
import en from './emotion-map.en.ts';
import sk from './emotion-map.sk.ts';

export default {
  id: 'emotion-map',
  phase: 'explore',
  iap2: 'consult',
  aims: ['understand'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 500 },
  minutes: 60,
  boardTemplateId: 'map-pins',
  origin: 'Participatory mapping practice, widely used in Slovak and Czech towns',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'brainstorm', mode: 'open', frames: ['map'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['comments'] } },
    { minutes: 15, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
