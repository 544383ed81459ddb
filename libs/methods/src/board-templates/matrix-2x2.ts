import type { BoardTemplateContent } from '../method-content.ts';
import cs from './matrix-2x2.cs.ts';
import en from './matrix-2x2.en.ts';
import sk from './matrix-2x2.sk.ts';

export default {
  id: 'matrix-2x2',
  frames: [
    { key: 'items', column: 0, row: 0, columnSpan: 1, rowSpan: 2 },
    { key: 'matrix', layout: 'matrix', column: 1, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'chosen-order', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
