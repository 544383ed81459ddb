import type { MethodText } from '../method-content.ts';

export default {
  name: 'Párové porovnávanie',
  purpose: 'Zoradiť možnosti tak, že sa pýtame len na to, ktorá z dvoch je lepšia.',
  materials: 'Telefóny alebo lístky; algoritmus, ktorý vyberá dvojice',
  output: 'Poradie možností s mierou istoty',
  notFor: 'Málo hlasujúcich a veľa možností; ľudia, ktorí potrebujú vidieť, prečo poradie dopadlo takto.',
  steps: [
    { title: 'Kritérium', instruction: 'Vysvetlite kritérium a možnosť preskočiť.' },
    { title: 'Dvojice', instruction: 'Každý rozhodne o sérii dvojíc; možnosti sa dajú pridať len pred začiatkom.' },
    { title: 'Výsledné poradie', instruction: 'Ukážte poradie aj s mierou istoty.' },
  ],
} satisfies MethodText;
