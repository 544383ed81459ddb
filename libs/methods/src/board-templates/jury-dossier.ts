import type { BoardTemplateContent } from '../method-content.ts';
import cs from './jury-dossier.cs.ts';
import en from './jury-dossier.en.ts';
import sk from './jury-dossier.sk.ts';

export default {
  id: 'jury-dossier',
  frames: [
    { key: 'charge', column: 0, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'evidence', column: 1, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'questions-to-witnesses', column: 2, row: 0, columnSpan: 1, rowSpan: 1 },
    { key: 'arguments', column: 0, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'recommendations', column: 1, row: 1, columnSpan: 1, rowSpan: 1 },
    { key: 'citys-answer', column: 2, row: 1, columnSpan: 1, rowSpan: 1 },
  ],
  texts: { cs, en, sk },
} satisfies BoardTemplateContent;
