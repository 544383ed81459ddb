import type { MethodText } from '../method-content.ts';

export default {
  name: 'Bodové hlasovanie',
  purpose: 'Rýchlo zistiť, ktoré z obmedzeného počtu možností skupinu najviac oslovujú.',
  materials: 'Najviac asi dvanásť odlišných možností, počet hlasov približne štvrtina možností, skryté hlasovanie',
  output: 'Užší výber s počtami a použitými pravidlami',
  notFor: 'Konečné rozhodnutia, veľa podobných možností, ktoré trieštia hlasy, alebo viditeľné nálepky, pri ktorých sa ľudia pridajú k väčšine.',
  steps: [
    { title: 'Otázka a kritérium', instruction: 'Pripomeňte otázku, kritérium a počet hlasov.' },
    { title: 'Prečítať možnosti', instruction: 'V tichosti si prečítajte všetky možnosti a premyslite hlasy.' },
    { title: 'Hlasovať', instruction: 'Hlasujte naraz; výsledok zostáva skrytý do konca.' },
    { title: 'Výsledok', instruction: 'Ukážte výsledok a pred závermi hovorte o tom, čo prekvapilo.' },
  ],
} satisfies MethodText;
