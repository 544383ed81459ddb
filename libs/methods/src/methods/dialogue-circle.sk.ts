import type { MethodText } from '../method-content.ts';

export default {
  name: 'Dialógový kruh',
  purpose: 'Umožniť ľuďom s opačnými názormi vypočuť sa navzájom bez hádky.',
  materials: 'Stoličky v kruhu, predmet, ktorý dáva slovo, dvaja facilitátori',
  output: 'Zápis bez mien o spoločnom základe a rozdieloch',
  notFor: 'Situácie, keď treba rozhodnúť dnes alebo keď je niekto ohrozený; vtedy použite mediáciu.',
  steps: [
    'Dohodnite pravidlá: hovoríme z vlastnej skúsenosti, neskáčeme si do reči, výroky nespájame s menami.',
    'Prvé kolo: ako sa vás téma osobne dotýka?',
    'Druhé kolo: na čom vám záleží a čo sa obávate stratiť?',
    'Voľný rozhovor: čo ste počuli nové?',
    'Zapíšte spoločný základ a rozdiely, ktoré zostávajú.',
  ],
} satisfies MethodText;
