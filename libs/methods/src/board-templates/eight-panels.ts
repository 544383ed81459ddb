import type { BoardTemplateContent } from '../method-content.ts';
import cs from './eight-panels.cs.ts';
import en from './eight-panels.en.ts';
import sk from './eight-panels.sk.ts';

export default {
  id: 'eight-panels',
  frames: [
    { key: 'eight-empty-panels-per-person', layout: 'grid', column: 0, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'favourites', column: 2, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
