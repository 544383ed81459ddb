import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tri stĺpce',
  frames: [
    'Začať',
    'Prestať',
    'Pokračovať',
    'Úlohy',
  ],
} satisfies BoardTemplateText;
