import type { BoardTemplateContent } from '../method-content.ts';
import cs from './fishbowl-notes.cs.ts';
import en from './fishbowl-notes.en.ts';
import sk from './fishbowl-notes.sk.ts';

export default {
  id: 'fishbowl-notes',
  frames: [
    { key: 'speakers-queue', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'key-statements', column: 1, row: 0, columnSpan: 2, rowSpan: 1 },
    { key: 'questions-from-the-outer-circle', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'agreements-and-differences', column: 1, row: 1, columnSpan: 2, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
