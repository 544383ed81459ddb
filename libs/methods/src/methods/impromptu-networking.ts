import type { MethodContent } from '../method-content.ts';
import cs from './impromptu-networking.cs.ts';
import en from './impromptu-networking.en.ts';
import sk from './impromptu-networking.sk.ts';

export default {
  id: 'impromptu-networking',
  phase: 'frame',
  iap2: 'involve',
  aims: ['meet'],
  places: ['room'],
  groupSize: { min: 8, max: 300 },
  minutes: 20,
  boardTemplateId: 'blank-cards',
  origin: 'Liberating Structures (H. Lipmanowicz, K. McCandless)',
  steps: [
    { minutes: 2, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 3, setting: { kind: 'brainstorm', mode: 'open', frames: ['cards'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
