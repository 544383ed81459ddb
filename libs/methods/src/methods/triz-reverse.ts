import type { MethodContent } from '../method-content.ts';
import cs from './triz-reverse.cs.ts';
import en from './triz-reverse.en.ts';
import sk from './triz-reverse.sk.ts';

export default {
  id: 'triz-reverse',
  phase: 'ideate',
  iap2: 'involve',
  aims: ['ideas'],
  places: ['room', 'online'],
  groupSize: { min: 5, max: 100 },
  minutes: 35,
  boardTemplateId: 'reverse-wall',
  origin: "Liberating Structures; name after G. Altshuller's TRIZ",
  steps: [
    { minutes: 5, setting: { kind: 'information' } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['how-to-guarantee-failure'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'anonymous', frames: ['what-we-do-today-that-resembles-it'] } },
    { minutes: 10, setting: { kind: 'brainstorm', mode: 'open', frames: ['what-we-will-stop'] } },
  ],
  texts: { cs, en, sk },
} satisfies MethodContent;
