import type { MethodContent } from '../method-content.ts';
import cs from './citizens-jury.cs.ts';
import en from './citizens-jury.en.ts';
import sk from './citizens-jury.sk.ts';

export default {
  id: 'citizens-jury',
  phase: 'decide',
  iap2: 'collaborate',
  aims: ['listen', 'agree'],
  places: ['room'],
  groupSize: { min: 12, max: 24 },
  minutes: 960,
  boardTemplateId: 'jury-dossier',
  origin: 'N. Crosby, Jefferson Center',
  steps: [
    { minutes: 60, setting: { kind: 'information' } },
    { minutes: 240, setting: { kind: 'information' } },
    { minutes: 180, setting: { kind: 'brainstorm', mode: 'open', frames: ['questions-to-witnesses'] } },
    { minutes: 270, setting: { kind: 'brainstorm', mode: 'open', frames: ['arguments'] } },
    { minutes: 150, setting: { kind: 'brainstorm', mode: 'open', frames: ['recommendations'] } },
    { minutes: 60, setting: { kind: 'information' } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
