import type { BoardTemplateContent } from '../method-content.ts';
import cs from './commission-sheet.cs.ts';
import en from './commission-sheet.en.ts';
import sk from './commission-sheet.sk.ts';

export default {
  id: 'commission-sheet',
  frames: [
    { key: 'outputs-of-the-session', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'clarifying-questions', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'silent-comments', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'positions', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'recommendation-with-reasons', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'answer-to-contributors', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
