import type { MethodContent } from '../method-content.ts';
import cs from './design-sprint-day.cs.ts';
import en from './design-sprint-day.en.ts';
import sk from './design-sprint-day.sk.ts';

export default {
  id: 'design-sprint-day',
  phase: 'ideate',
  iap2: 'collaborate',
  aims: ['ideas', 'shape'],
  places: ['room'],
  groupSize: { min: 5, max: 24 },
  minutes: 390,
  boardTemplateId: 'sprint-wall',
  origin: 'Shortened from the five-day Design Sprint (J. Knapp, Google Ventures)',
  steps: [
    { minutes: 30, setting: { kind: 'brainstorm', mode: 'open', frames: ['long-term-goal-and-questions'] } },
    { minutes: 60, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['long-term-goal-and-questions'] } },
    { minutes: 45, setting: { kind: 'cluster' } },
    { minutes: 75, setting: { kind: 'brainstorm', mode: 'anonymous', frames: ['sketches'] } },
    { minutes: 45, setting: { kind: 'dot-vote', dots: 3 } },
    { minutes: 75, setting: { kind: 'information' } },
    { minutes: 45, setting: { kind: 'brainstorm', mode: 'open', frames: ['test-notes'] } },
    { minutes: 15, setting: { kind: 'brainstorm', mode: 'open', frames: ['test-notes'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
