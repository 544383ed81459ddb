import type { MethodContent } from '../method-content.ts';
import cs from './ideathon.cs.ts';
import en from './ideathon.en.ts';
import sk from './ideathon.sk.ts';

export default {
  id: 'ideathon',
  phase: 'ideate',
  iap2: 'collaborate',
  groupSize: { min: 15, max: 100 },
  minutes: 480,
  boardTemplateId: 'idea-canvas',
  origin: 'Hackathon and innovation challenge practice',
  steps: [
    { minutes: 45, kind: 'information' },
    { minutes: 30, kind: 'information' },
    { minutes: 60, kind: 'brainstorm', mode: 'open' },
    { minutes: 60, kind: 'brainstorm', mode: 'open' },
    { minutes: 45, kind: 'information' },
    { minutes: 60, kind: 'brainstorm', mode: 'open' },
    { minutes: 75, kind: 'brainstorm', mode: 'open' },
    { minutes: 30, kind: 'information' },
    { minutes: 45, kind: 'information' },
    { minutes: 20, kind: 'dot-vote', dots: 3 },
    { minutes: 10, kind: 'information' },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
