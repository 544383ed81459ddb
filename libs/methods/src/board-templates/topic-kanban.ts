import type { BoardTemplateContent } from '../method-content.ts';
import cs from './topic-kanban.cs.ts';
import en from './topic-kanban.en.ts';
import sk from './topic-kanban.sk.ts';

export default {
  id: 'topic-kanban',
  frames: [
    { key: 'to-discuss', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'discussing', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'discussed', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'actions', column: 3, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
