import type { MethodContent } from '../method-content.ts';
import cs from './world-cafe.cs.ts';
import en from './world-cafe.en.ts';
import sk from './world-cafe.sk.ts';

export default {
  id: 'world-cafe',
  phase: 'explore',
  iap2: 'involve',
  aims: ['understand', 'listen'],
  places: ['room', 'online'],
  groupSize: { min: 12, max: 2000 },
  minutes: 90,
  boardTemplateId: 'cafe-tables',
  origin: 'J. Brown, D. Isaacs',
  steps: [
    { minutes: 10, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'brainstorm', mode: 'open', frames: ['one-frame-per-table', 'table-host-notes'] } },
    { minutes: 20, setting: { kind: 'brainstorm', mode: 'open', frames: ['one-frame-per-table', 'table-host-notes'] } },
    { minutes: 20, setting: { kind: 'brainstorm', mode: 'open', frames: ['one-frame-per-table', 'table-host-notes'] } },
    { minutes: 20, setting: { kind: 'cluster' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
