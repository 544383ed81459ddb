import type { MethodText } from '../method-content.ts';

export default {
  name: 'Päsť až päť',
  purpose: 'Za minútu overiť mieru podpory návrhu a vypočuť výhrady.',
  materials: 'Ruky alebo telefóny',
  output: 'Miera podpory a zoznam výhrad',
  notFor: 'Rozhodnutia, ktoré vyžadujú hlasovanie podľa zákona; skupiny, kde je riskantné verejne ukázať nízke číslo, ak sa nehlasuje skryto.',
  steps: [
    { title: 'Návrh', instruction: 'Prečítajte návrh v konečnom znení.' },
    { title: 'Ukážte 0 až 5', instruction: 'Všetci naraz ukážu 0 až 5: 0 blokuje, 3 dokáže s návrhom žiť, 5 ho pomôže viesť.' },
    { title: 'Čo by sa muselo zmeniť', instruction: 'Tí, čo ukázali 0 až 2, povedia, čo by sa muselo zmeniť.' },
    { title: 'Upraviť alebo zapísať', instruction: 'Upravte a zopakujte, alebo zapíšte výsledok.' },
  ],
} satisfies MethodText;
