import type { MethodContent } from '../method-content.ts';
import cs from './problem-tree.cs.ts';
import en from './problem-tree.en.ts';
import sk from './problem-tree.sk.ts';

export default {
  id: 'problem-tree',
  phase: 'frame',
  iap2: 'involve',
  aims: ['understand'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 25 },
  minutes: 60,
  boardTemplateId: 'problem-tree',
  origin: 'Logical framework practice',
  steps: [
    { minutes: 5, setting: { kind: 'brainstorm', mode: 'open', frames: ['core-problem'] } },
    { minutes: 15, setting: { kind: 'brainstorm', mode: 'open', frames: ['causes'] } },
    { minutes: 15, setting: { kind: 'brainstorm', mode: 'open', frames: ['effects'] } },
    { minutes: 10, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['goals'] } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 1 } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
