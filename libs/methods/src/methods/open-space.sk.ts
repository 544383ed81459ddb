import type { MethodText } from '../method-content.ts';

export default {
  name: 'Otvorený priestor (Open Space)',
  purpose: 'Nechať účastníkov, aby si sami zostavili program okolo širokej a naliehavej otázky.',
  materials: 'Kruh stoličiek, stena na program, miesta pre skupiny, hárok na zápis pre každú skupinu',
  output: 'Zápis z každej skupiny s menami zodpovedných',
  notFor: 'Organizátori, ktorí potrebujú jednu konkrétnu odpoveď alebo nevedia prijať program účastníkov.',
  steps: [
    'Otvorte v kruhu: otázka, štyri zásady a sloboda prechádzať medzi skupinami.',
    'Trh tém: kto má tému, pomenuje ju, vyberie čas a miesto a stáva sa jej hostiteľom.',
    'Prvý blok súbežných skupín; hostitelia píšu zápis.',
    'Druhý blok súbežných skupín.',
    'Tretí blok: skupiny menia rozhovory na návrhy.',
    'Záverečný kruh: zápisy, ďalšie kroky a mená.',
  ],
} satisfies MethodText;
