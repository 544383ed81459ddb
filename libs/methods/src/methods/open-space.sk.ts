import type { MethodText } from '../method-content.ts';

export default {
  name: 'Otvorený priestor (Open Space)',
  purpose: 'Nechať účastníkov, aby si sami zostavili program okolo širokej a naliehavej otázky.',
  materials: 'Kruh stoličiek, stena na program, miesta pre skupiny, hárok na zápis pre každú skupinu',
  output: 'Zápis z každej skupiny s menami zodpovedných',
  notFor: 'Organizátori, ktorí potrebujú jednu konkrétnu odpoveď alebo nevedia prijať program účastníkov.',
  steps: [
    { title: 'Úvodný kruh', instruction: 'Otvorte v kruhu: otázka, štyri zásady a sloboda prechádzať medzi skupinami.' },
    { title: 'Trh tém', instruction: 'Trh tém: kto má tému, pomenuje ju, vyberie čas a miesto a stáva sa jej hostiteľom.' },
    { title: 'Prvý blok skupín', instruction: 'Prvý blok súbežných skupín; hostitelia píšu zápis.' },
    { title: 'Druhý blok skupín', instruction: 'Druhý blok súbežných skupín.' },
    { title: 'Od rozhovoru k návrhom', instruction: 'Tretí blok: skupiny menia rozhovory na návrhy.' },
    { title: 'Záverečný kruh', instruction: 'Záverečný kruh: zápisy, ďalšie kroky a mená.' },
  ],
} satisfies MethodText;
