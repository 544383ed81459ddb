import type { MethodText } from '../method-content.ts';

export default {
  name: 'Otevřený prostor (Open Space)',
  purpose: 'Nechat účastníky, aby si sami sestavili program kolem široké a naléhavé otázky.',
  materials: 'Kruh židlí, stěna na program, místa pro skupiny, arch na zápis pro každou skupinu',
  output: 'Zápis z každé skupiny se jmény odpovědných',
  notFor: 'Organizátoři, kteří potřebují jednu konkrétní odpověď nebo neumějí přijmout program účastníků.',
  steps: [
    { title: 'Úvodní kruh', instruction: 'Otevřete v kruhu: otázka, čtyři zásady a svoboda přecházet mezi skupinami.' },
    { title: 'Trh témat', instruction: 'Trh témat: kdo má téma, pojmenuje je, vybere čas a místo a stává se jeho hostitelem.' },
    { title: 'První blok skupin', instruction: 'První blok souběžných skupin; hostitelé píší zápis.' },
    { title: 'Druhý blok skupin', instruction: 'Druhý blok souběžných skupin.' },
    { title: 'Od rozhovoru k návrhům', instruction: 'Třetí blok: skupiny mění rozhovory v návrhy.' },
    { title: 'Závěrečný kruh', instruction: 'Závěrečný kruh: zápisy, další kroky a jména.' },
  ],
} satisfies MethodText;
