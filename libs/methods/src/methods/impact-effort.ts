import type { MethodContent } from '../method-content.ts';
import cs from './impact-effort.cs.ts';
import en from './impact-effort.en.ts';
import sk from './impact-effort.sk.ts';

export default {
  id: 'impact-effort',
  phase: 'prioritise',
  iap2: 'collaborate',
  aims: ['choose'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 20 },
  minutes: 40,
  boardTemplateId: 'matrix-2x2',
  origin: 'Management practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['items'] }, approximated: true },
    { minutes: 15, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'cluster' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
