import type { BoardTemplateContent } from '../method-content.ts';
import cs from './blank-cards.cs.ts';
import en from './blank-cards.en.ts';
import sk from './blank-cards.sk.ts';

export default {
  id: 'blank-cards',
  frames: [
    { key: 'cards', column: 0, row: 0, columnSpan: 3, rowSpan: 2 },
    { key: 'parking-lot', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
