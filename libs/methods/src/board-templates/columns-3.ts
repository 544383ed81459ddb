import type { BoardTemplateContent } from '../method-content.ts';
import cs from './columns-3.cs.ts';
import en from './columns-3.en.ts';
import sk from './columns-3.sk.ts';

export default {
  id: 'columns-3',
  frames: [
    { key: 'start', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'stop', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'continue', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'actions', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
