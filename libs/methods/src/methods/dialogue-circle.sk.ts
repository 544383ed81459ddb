import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dialógový kruh',
  purpose: 'Umožniť ľuďom s opačnými názormi vypočuť sa navzájom bez hádky.',
  materials: 'Stoličky v kruhu, predmet, ktorý dáva slovo, dvaja facilitátori',
  output: 'Zápis bez mien o spoločnom základe a rozdieloch',
  notFor: 'Situácie, keď treba rozhodnúť dnes alebo keď je niekto ohrozený; vtedy použite mediáciu.',
  steps: [
    { title: 'Pravidlá, na ktorých sa zhodneme', instruction: 'Dohodnite pravidlá: hovoríme z vlastnej skúsenosti, neskáčeme si do reči, výroky nespájame s menami.' },
    { title: 'Ako sa ma to týka', instruction: 'Prvé kolo: ako sa vás téma osobne dotýka?' },
    { title: 'Čo si vážim a bojím sa stratiť', instruction: 'Druhé kolo: na čom vám záleží a čo sa obávate stratiť?' },
    { title: 'Čo nového som počul/a', instruction: 'Voľný rozhovor: čo nového ste počuli?' },
    { title: 'Spoločný základ a rozdiely', instruction: 'Zapíšte spoločný základ a rozdiely, ktoré zostávajú.' },
  ],
} satisfies MethodText;
