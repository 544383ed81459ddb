import type { MethodContent } from '../method-content.ts';
import cs from './commission-review.cs.ts';
import en from './commission-review.en.ts';
import sk from './commission-review.sk.ts';

export default {
  id: 'commission-review',
  phase: 'decide',
  iap2: 'collaborate',
  aims: ['agree'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 15 },
  minutes: 60,
  boardTemplateId: 'commission-sheet',
  origin: 'Composite proposed for this product (nominal group and consent elements); not an established method',
  steps: [
    { minutes: 10, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['clarifying-questions'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['silent-comments'] } },
    { minutes: 15, setting: { kind: 'brainstorm', mode: 'open', frames: ['positions'] } },
    { minutes: 15, setting: { kind: 'brainstorm', mode: 'open', frames: ['recommendation-with-reasons', 'answer-to-contributors'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
