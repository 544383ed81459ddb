import type { BoardTemplateContent } from '../method-content.ts';
import cs from './sprint-wall.cs.ts';
import en from './sprint-wall.en.ts';
import sk from './sprint-wall.sk.ts';

export default {
  id: 'sprint-wall',
  frames: [
    { key: 'long-term-goal-and-questions', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'map', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'sketches', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'heat-map', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'storyboard', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'test-notes', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
