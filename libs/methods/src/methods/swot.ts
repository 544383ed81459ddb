import type { MethodContent } from '../method-content.ts';
import cs from './swot.cs.ts';
import en from './swot.en.ts';
import sk from './swot.sk.ts';

export default {
  id: 'swot',
  phase: 'frame',
  iap2: 'involve',
  aims: ['understand'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 30 },
  minutes: 60,
  boardTemplateId: 'swot-4',
  origin: 'Strategic planning practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['strengths', 'weaknesses'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'hidden', frames: ['opportunities', 'threats'] } },
    { minutes: 20, setting: { kind: 'cluster' } },
    { minutes: 10, setting: { kind: 'cluster' } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 3 } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
