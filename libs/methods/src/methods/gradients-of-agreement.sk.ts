import type { MethodText } from '../method-content.ts';

export default {
  name: 'Škála súhlasu',
  purpose: 'Vidieť skutočnú silu podpory, nielen áno a nie.',
  materials: 'Osemstupňová škála od plnej podpory po veto',
  output: 'Rozloženie podpory',
  notFor: 'Drobné veci, kde stojí viac, než prinesie.',
  steps: [
    { title: 'Návrh a škála', instruction: 'Napíšte návrh a vysvetlite osem stupňov.' },
    { title: 'Označte svoju úroveň', instruction: 'Každý označí stupeň, najlepšie skryto.' },
    { title: 'Rozloženie', instruction: 'Ukážte rozloženie.' },
    { title: 'Je podpora dosť silná?', instruction: 'Rozhodnite, či je podpora pre tento typ rozhodnutia dostatočná, alebo návrh zlepšite.' },
  ],
} satisfies MethodText;
