import type { MethodText } from '../method-content.ts';

export default {
  name: 'Rozhodování konsentem',
  purpose: 'Přijmout návrh, který je zatím dost dobrý a dost bezpečný na vyzkoušení.',
  materials: 'Písemný návrh, facilitátor, zapisovatel',
  output: 'Rozhodnutí s datem vyhodnocení',
  notFor: 'Velká shromáždění a skupiny bez společného cíle nebo mandátu rozhodnout.',
  steps: [
    { title: 'Návrh', instruction: 'Představte návrh.' },
    { title: 'Doplňující otázky', instruction: 'Jen doplňující otázky.' },
    { title: 'Rychlé reakce', instruction: 'Krátké reakce dokola.' },
    { title: 'Námitky', instruction: 'Kolo námitek: odůvodněné ohrožení společného cíle, ne osobní preference.' },
    { title: 'Vylepšit návrh', instruction: 'Zapracujte námitky do návrhu: upravte, zkraťte zkoušku, sledujte obavu.' },
    { title: 'Rozhodnutí a datum vyhodnocení', instruction: 'Zapište rozhodnutí, odpovědnou osobu a datum vyhodnocení.' },
  ],
} satisfies MethodText;
