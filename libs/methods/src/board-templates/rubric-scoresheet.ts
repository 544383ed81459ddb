import type { BoardTemplateContent } from '../method-content.ts';
import cs from './rubric-scoresheet.cs.ts';
import en from './rubric-scoresheet.en.ts';
import sk from './rubric-scoresheet.sk.ts';

export default {
  id: 'rubric-scoresheet',
  frames: [
    { key: 'criteria-and-weights', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'individual-scores', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'spread', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'jury-statement', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
