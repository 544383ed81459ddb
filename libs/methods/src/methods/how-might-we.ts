import type { MethodContent } from '../method-content.ts';
import cs from './how-might-we.cs.ts';
import en from './how-might-we.en.ts';
import sk from './how-might-we.sk.ts';

export default {
  id: 'how-might-we',
  phase: 'frame',
  iap2: 'involve',
  aims: ['understand', 'ideas'],
  places: ['room', 'online'],
  groupSize: { min: 4, max: 40 },
  minutes: 25,
  boardTemplateId: 'hmw-wall',
  origin: 'Creative problem solving, spread by design sprint practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 8, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['questions'] } },
    { minutes: 7, setting: { kind: 'cluster' } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 3 } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
