import type { MethodText } from '../method-content.ts';

export default {
  name: 'Osm náčrtů za osm minut',
  purpose: 'Rychlým kreslením překonat první samozřejmý nápad.',
  materials: 'Papír složený na osm políček nebo osm prázdných rámů, fix, časomíra',
  output: 'Osm náčrtů od každého, jeden nebo dva vybrané',
  notFor: 'Lidé, které kreslení blokuje; dovolte jim psát slova.',
  steps: [
    { title: 'Otázka a jak kreslit', instruction: 'Připomeňte otázku a ukažte, jak jednoduchý může náčrt být.' },
    { title: 'Osm náčrtů', instruction: 'Nakreslete osm variant, jednu za minutu.' },
    { title: 'Ukázat náčrty', instruction: 'V malých skupinách ukažte náčrty bez obhajování.' },
    { title: 'Favorité', instruction: 'Označte jeden nebo dva náčrty k rozpracování.' },
  ],
} satisfies MethodText;
