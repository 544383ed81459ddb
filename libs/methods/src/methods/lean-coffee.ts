import type { MethodContent } from '../method-content.ts';
import cs from './lean-coffee.cs.ts';
import en from './lean-coffee.en.ts';
import sk from './lean-coffee.sk.ts';

export default {
  id: 'lean-coffee',
  phase: 'explore',
  iap2: 'collaborate',
  aims: ['listen', 'learn'],
  places: ['room', 'online'],
  groupSize: { min: 3, max: 30 },
  minutes: 60,
  boardTemplateId: 'topic-kanban',
  origin: 'J. Benson, J. Lightsmith',
  steps: [
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'open', frames: ['to-discuss'] } },
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 3 } },
    { minutes: 40, setting: { kind: 'brainstorm', mode: 'open', frames: ['discussed'] } },
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'open', frames: ['actions'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
