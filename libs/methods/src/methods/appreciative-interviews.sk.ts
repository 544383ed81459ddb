import type { MethodText } from '../method-content.ts';

export default {
  name: 'Oceňujúce rozhovory',
  purpose: 'Zistiť, čo už funguje, rozprávaním príbehov o úspechu vo dvojiciach.',
  materials: 'Stoličky vo dvojiciach, karty na príbehy',
  output: 'Zoznam toho, čo pomáha, aj s príbehmi',
  notFor: 'Chvíle čerstvého hnevu alebo smútku, keď výzva na príbehy úspechu pôsobí ako zľahčovanie.',
  steps: [
    { title: 'Príbeh o úspechu', instruction: 'Uveďte tému a požiadajte o príbeh úspechu z vlastnej skúsenosti.' },
    { title: 'Rozhovory vo dvojiciach', instruction: 'Vo dvojiciach sa navzájom vypočujte; pýtajte sa, čo úspech umožnilo.' },
    { title: 'Prerozprávať vo štvoriciach', instruction: 'Vo štvoriciach prerozprávajte príbeh partnera a hľadajte vzorce.' },
    { title: 'Čo pomohlo uspieť', instruction: 'Zozbierajte na stenu, čo pomohlo uspieť.' },
    { title: 'Ako v tom pokračovať', instruction: 'Premyslite, ako v tom pokračovať: najprv sami, potom vo dvojiciach a spoločne.' },
  ],
} satisfies MethodText;
