import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tři sloupce',
  frames: [
    'Začít',
    'Přestat',
    'Pokračovat',
    'Úkoly',
  ],
} satisfies BoardTemplateText;
