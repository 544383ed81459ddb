import type { MethodText } from '../method-content.ts';

export default {
  name: 'Päsť až päť',
  purpose: 'Za minútu overiť mieru podpory návrhu a vypočuť výhrady.',
  materials: 'Ruky alebo telefóny',
  output: 'Miera podpory a zoznam výhrad',
  notFor: 'Rozhodnutia, ktoré vyžadujú hlasovanie podľa zákona; skupiny, kde je riskantné verejne ukázať nízke číslo, ak sa nehlasuje skryto.',
  steps: [
    'Prečítajte návrh v konečnom znení.',
    'Všetci naraz ukážu 0 až 5: 0 blokuje, 3 dokáže s návrhom žiť, 5 ho pomôže viesť.',
    'Tí, čo ukázali 0 až 2, povedia, čo by sa muselo zmeniť.',
    'Upravte a zopakujte, alebo zapíšte výsledok.',
  ],
} satisfies MethodText;
