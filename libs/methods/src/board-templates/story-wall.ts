import type { BoardTemplateContent } from '../method-content.ts';
import cs from './story-wall.cs.ts';
import en from './story-wall.en.ts';
import sk from './story-wall.sk.ts';

export default {
  id: 'story-wall',
  frames: [
    { key: 'stories', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'success-factors', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'how-to-do-more-of-it', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
