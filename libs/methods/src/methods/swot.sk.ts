import type { MethodText } from '../method-content.ts';

export default {
  name: 'SWOT analýza',
  purpose: 'Dať tímu pre stratégiu spoločný obraz o súčasnosti a o vonkajších tlakoch.',
  materials: 'Štyri kvadranty, prehľad údajov k téme',
  output: 'Preverená SWOT tabuľka s najdôležitejšími prepojeniami',
  notFor: 'Použitie namiesto rozhodnutia; veľké verejné stretnutia bez údajov, kde vzniknú len všeobecné zoznamy.',
  steps: [
    { title: 'Rozsah a rok', instruction: 'Pomenujte rozsah a rok, na ktorý plánujete.' },
    { title: 'Silné a slabé stránky', instruction: 'Potichu píšte silné a slabé stránky; kde sa dá, doplňte dôkaz.' },
    { title: 'Príležitosti a hrozby', instruction: 'Potichu píšte príležitosti a hrozby.' },
    { title: 'Zlúčiť a prediskutovať', instruction: 'Zlúčte a prediskutujte jednotlivé kvadranty; vyraďte tvrdenia, ktoré nikto nevie podložiť.' },
    { title: 'Prepojiť vnútro s okolím', instruction: 'Prepojte silné stránky s príležitosťami a slabé stránky s hrozbami.' },
    { title: 'Tri najdôležitejšie', instruction: 'Vyznačte tri najdôležitejšie prepojenia.' },
  ],
} satisfies MethodText;
