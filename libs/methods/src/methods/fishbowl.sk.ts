import type { MethodText } from '../method-content.ts';

export default {
  name: 'Akvárium (fishbowl)',
  purpose: 'Umožniť mnohým počúvať sústredený rozhovor a vstúpiť doň, keď chcú.',
  materials: 'Vnútorný kruh s piatimi stoličkami, jedna ostáva voľná, vonkajší kruh, mikrofón',
  output: 'Záznam zhôd, rozdielov a otvorených otázok',
  notFor: 'Ľudia, ktorí sa boja hovoriť pred inými; ponúknite aj písomný vstup alebo dvojice.',
  steps: [
    { title: 'Pravidlá kruhov', instruction: 'Vysvetlite pravidlo: hovorí len vnútorný kruh, voľná stolička je pre každého.' },
    { title: 'Prví rečníci', instruction: 'Prví rečníci otvoria rozhovor svojimi pohľadmi.' },
    { title: 'Otvorený kruh', instruction: 'Ľudia z vonkajšieho kruhu vstupujú; niekto z vnútorného kruhu odíde.' },
    { title: 'Zhody a rozdiely', instruction: 'Pomenujte zhody, rozdiely a otázky, ktoré zostali.' },
  ],
} satisfies MethodText;
