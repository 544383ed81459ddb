import type { MethodText } from '../method-content.ts';

export default {
  name: 'Jednodňový dizajnový šprint',
  purpose: 'Za jeden deň prejsť od otázky k otestovanému papierovému prototypu.',
  materials: 'Tímy najviac po sedem, papier, nožnice, dvaja alebo traja obyvatelia na test',
  output: 'Otestovaný prototyp s poznámkami',
  notFor: 'Spory o hodnotách, či vôbec konať; šprint odpovedá na otázku ako, nie či.',
  steps: [
    'Určte dlhodobý cieľ a otázky, ktoré vás najviac znepokojujú.',
    'Krátke vstupy odborníkov; každý si zapisuje otázky Ako by sme mohli.',
    'Nakreslite cestu obyvateľa službou a vyberte cieľový bod.',
    'Kreslite sami: poznámky, osem rýchlych náčrtov, jedno podrobné nepodpísané riešenie.',
    'Rozhodnite: tiché čítanie s bodmi, krátka kritika, voľba rozhodujúcej osoby.',
    'Postavte papierový prototyp alebo scenár.',
    'Otestujte s dvoma alebo tromi obyvateľmi a zapíšte, čo robia.',
    'Zhrňte, čo ponechať, zmeniť a vyradiť.',
  ],
} satisfies MethodText;
