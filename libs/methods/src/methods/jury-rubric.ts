import type { MethodContent } from '../method-content.ts';
import cs from './jury-rubric.cs.ts';
import en from './jury-rubric.en.ts';
import sk from './jury-rubric.sk.ts';

export default {
  id: 'jury-rubric',
  phase: 'decide',
  iap2: 'collaborate',
  aims: ['choose'],
  places: ['room', 'online'],
  groupSize: { min: 3, max: 9 },
  minutes: 60,
  boardTemplateId: 'rubric-scoresheet',
  origin: 'Competition practice',
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 20, setting: { kind: 'dot-vote', dots: 10, perOption: 5 }, approximated: true },
    { minutes: 20, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'dot-vote', dots: 10, perOption: 5 }, approximated: true },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['jury-statement'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
