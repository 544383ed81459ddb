import type { BoardTemplateContent } from '../method-content.ts';
import cs from './hmw-wall.cs.ts';
import en from './hmw-wall.en.ts';
import sk from './hmw-wall.sk.ts';

export default {
  id: 'hmw-wall',
  frames: [
    { key: 'findings', column: 0, row: 0, columnSpan: 1, rowSpan: 2 },
    { key: 'questions', column: 1, row: 0, columnSpan: 2, rowSpan: 2 },
    { key: 'chosen-questions', column: 3, row: 0, columnSpan: 1, rowSpan: 2 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
