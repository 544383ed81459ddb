import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dielňa budúcnosti',
  purpose: 'Prejsť od kritiky cez voľnú víziu k praktickým krokom.',
  materials: 'Tri steny, kresliace potreby, prestávka uprostred',
  output: 'Vízia a plán kto, čo a dokedy',
  notFor: 'Krátke večerné stretnutia; témy, kde mesto nemôže prisľúbiť nič z realizácie.',
  steps: [
    'Predstavte tému, pravidlá a tri fázy.',
    'Kritika: zozbierajte, čo prekáža, zoskupte to a vyberte hlavné body.',
    'Vízia: obráťte kritiku a navrhnite ideálny stav bez ohľadu na prekážky.',
    'Uskutočnenie: overte, čo sa dá urobiť, kto to urobí a aký je prvý krok.',
    'Uzavrite záväzkami a dátumom ich kontroly.',
  ],
} satisfies MethodText;
