import type { BoardTemplateContent } from '../method-content.ts';
import cs from './reverse-wall.cs.ts';
import en from './reverse-wall.en.ts';
import sk from './reverse-wall.sk.ts';

export default {
  id: 'reverse-wall',
  frames: [
    { key: 'how-to-guarantee-failure', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'what-we-do-today-that-resembles-it', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'what-we-will-stop', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
