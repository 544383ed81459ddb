import type { BoardTemplateContent } from '../method-content.ts';
import cs from './score-cards.cs.ts';
import en from './score-cards.en.ts';
import sk from './score-cards.sk.ts';

export default {
  id: 'score-cards',
  frames: [
    { key: 'cards', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'scores', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'top-ten', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
