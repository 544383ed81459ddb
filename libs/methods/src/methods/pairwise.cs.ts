import type { MethodText } from '../method-content.ts';

export default {
  name: 'Párové porovnávání',
  purpose: 'Seřadit možnosti tak, že se ptáme jen na to, která ze dvou je lepší.',
  materials: 'Telefony nebo lístky; algoritmus, který vybírá dvojice',
  output: 'Pořadí možností s mírou jistoty',
  notFor: 'Málo hlasujících a mnoho možností; lidé, kteří potřebují vidět, proč pořadí dopadlo takto.',
  steps: [
    { title: 'Kritérium', instruction: 'Vysvětlete kritérium a možnost přeskočit.' },
    { title: 'Dvojice', instruction: 'Každý rozhodne o sérii dvojic; možnosti se dají přidat jen před začátkem.' },
    { title: 'Výsledné pořadí', instruction: 'Ukažte pořadí i s mírou jistoty.' },
  ],
} satisfies MethodText;
