import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Tři fáze',
  frames: [
    'Kritika',
    'Vize',
    'Uskutečnění',
    'Kdo, co, dokdy',
  ],
  divided: {
    'who-does-what-by-when': {
      columns: ['kdo', 'co', 'do kdy'],
      rows: [],
      hint: 'Jeden závazek na jeden řádek.',
    },
  },
} satisfies BoardTemplateText;
