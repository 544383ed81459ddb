import type { MethodText } from '../method-content.ts';

export default {
  name: 'Začít – přestat – pokračovat',
  purpose: 'Rychle vyhodnotit proces a dohodnout se na zlepšeních.',
  materials: 'Tři sloupce, skryté psaní',
  output: 'Dvě nebo tři zlepšení s odpovědnými',
  notFor: 'Hodnocení lidí místo procesu.',
  steps: [
    { title: 'Co hodnotíme', instruction: 'Připomeňte, jaký proces hodnotíte a co přinesl.' },
    { title: 'Začít, přestat, pokračovat', instruction: 'Pište skrytě karty do tří sloupců.' },
    { title: 'Odkrýt a seskupit', instruction: 'Odkryjte a seskupte.' },
    { title: 'Vybrat', instruction: 'Hlasujte třemi body.' },
    { title: 'Úkoly se jmény', instruction: 'Dohodněte dva nebo tři úkoly se jmény a termíny.' },
  ],
} satisfies MethodText;
