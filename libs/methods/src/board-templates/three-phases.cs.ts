import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tři fáze',
  frames: [
    'Kritika',
    'Vize',
    'Uskutečnění',
    'Kdo, co, dokdy',
  ],
} satisfies BoardTemplateText;
