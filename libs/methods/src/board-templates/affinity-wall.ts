import type { BoardTemplateContent } from '../method-content.ts';
import cs from './affinity-wall.cs.ts';
import en from './affinity-wall.en.ts';
import sk from './affinity-wall.sk.ts';

export default {
  id: 'affinity-wall',
  frames: [
    { key: 'unsorted', column: 0, row: 0, columnSpan: 1, rowSpan: 2 },
    { key: 'clusters', column: 1, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'outliers', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
