import type { MethodText } from '../method-content.ts';

export default {
  name: 'Osem náčrtov za osem minút',
  purpose: 'Rýchlym kreslením prekonať prvý samozrejmý nápad.',
  materials: 'Papier zložený na osem políčok alebo osem prázdnych rámcov, fixka, časomiera',
  output: 'Osem náčrtov od každého, jeden alebo dva vybrané',
  notFor: 'Ľudia, ktorých kreslenie blokuje; dovoľte im písať slová.',
  steps: [
    { title: 'Otázka a ako kresliť', instruction: 'Pripomeňte otázku a ukážte, aký jednoduchý môže byť náčrt.' },
    { title: 'Osem náčrtov', instruction: 'Nakreslite osem variantov, jeden za minútu.' },
    { title: 'Ukázať náčrty', instruction: 'V malých skupinách ukážte náčrty bez obhajovania.' },
    { title: 'Favoriti', instruction: 'Označte jeden alebo dva náčrty na rozpracovanie.' },
  ],
} satisfies MethodText;
