import type { MethodText } from '../method-content.ts';

export default {
  name: 'Jednodňový dizajnový šprint',
  purpose: 'Za jeden deň prejsť od otázky k otestovanému papierovému prototypu.',
  materials: 'Tímy najviac po sedem, papier, nožnice, dvaja alebo traja obyvatelia na test',
  output: 'Otestovaný prototyp s poznámkami',
  notFor: 'Spory o hodnotách, či vôbec konať; šprint odpovedá na otázku ako, nie či.',
  steps: [
    { title: 'Dlhodobý cieľ', instruction: 'Určte dlhodobý cieľ a otázky, ktoré vás najviac znepokojujú.' },
    { title: 'Otázky na odborníkov', instruction: 'Krátke vstupy odborníkov; každý si zapisuje otázky Ako by sme mohli.' },
    { title: 'Cesta obyvateľa službou', instruction: 'Nakreslite cestu obyvateľa službou a vyberte cieľový bod.' },
    { title: 'Kresliť samostatne', instruction: 'Kreslite sami: poznámky, osem rýchlych náčrtov, jedno podrobné nepodpísané riešenie.' },
    { title: 'Rozhodnúť', instruction: 'Rozhodnite: tiché čítanie s bodmi, krátka kritika, voľba rozhodujúcej osoby.' },
    { title: 'Prototyp', instruction: 'Postavte papierový prototyp alebo scenár.' },
    { title: 'Test s obyvateľmi', instruction: 'Otestujte s dvoma alebo tromi obyvateľmi a zapíšte, čo robia.' },
    { title: 'Nechať, zmeniť, vypustiť', instruction: 'Zhrňte, čo ponechať, zmeniť a vyradiť.' },
  ],
} satisfies MethodText;
