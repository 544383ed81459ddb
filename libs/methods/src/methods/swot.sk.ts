import type { MethodText } from '../method-content.ts';

export default {
  name: 'SWOT analýza',
  purpose: 'Dať tímu pre stratégiu spoločný obraz o súčasnosti a o vonkajších tlakoch.',
  materials: 'Štyri kvadranty, prehľad údajov k téme',
  output: 'Preverená SWOT tabuľka s najdôležitejšími prepojeniami',
  notFor: 'Použitie namiesto rozhodnutia; veľké verejné stretnutia bez údajov, kde vzniknú len všeobecné zoznamy.',
  steps: [
    'Pomenujte rozsah a rok, na ktorý plánujete.',
    'Potichu píšte silné a slabé stránky; kde sa dá, doplňte dôkaz.',
    'Potichu píšte príležitosti a hrozby.',
    'Zlúčte a prediskutujte jednotlivé kvadranty; vyraďte tvrdenia, ktoré nikto nevie podložiť.',
    'Prepojte silné stránky s príležitosťami a slabé stránky s hrozbami.',
    'Vyznačte tri najdôležitejšie prepojenia.',
  ],
} satisfies MethodText;
