import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dielňa budúcnosti',
  purpose: 'Prejsť od kritiky cez voľnú víziu k praktickým krokom.',
  materials: 'Tri steny, kresliace potreby, prestávka uprostred',
  output: 'Vízia a plán kto, čo a dokedy',
  notFor: 'Krátke večerné stretnutia; témy, kde mesto nemôže prisľúbiť nič z realizácie.',
  steps: [
    { title: 'Téma, pravidlá, fázy', instruction: 'Predstavte tému, pravidlá a tri fázy.' },
    { title: 'Kritika', instruction: 'Kritika: zozbierajte, čo prekáža, zoskupte to a vyberte hlavné body.' },
    { title: 'Vízia', instruction: 'Vízia: obráťte kritiku a navrhnite ideálny stav bez ohľadu na prekážky.' },
    { title: 'Uskutočnenie', instruction: 'Uskutočnenie: overte, čo sa dá urobiť, kto to urobí a aký je prvý krok.' },
    { title: 'Záväzky', instruction: 'Uzavrite záväzkami a dátumom ich kontroly.' },
  ],
} satisfies MethodText;
