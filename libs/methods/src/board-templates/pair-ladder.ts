import type { BoardTemplateContent } from '../method-content.ts';
import cs from './pair-ladder.cs.ts';
import en from './pair-ladder.en.ts';
import sk from './pair-ladder.sk.ts';

export default {
  id: 'pair-ladder',
  frames: [
    { key: 'individual-notes', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'pairs', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'fours', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'plenary', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
