import type { MethodText } from '../method-content.ts';

export default {
  name: 'Škála souhlasu',
  purpose: 'Vidět skutečnou sílu podpory, nejen ano a ne.',
  materials: 'Osmistupňová škála od plné podpory po veto',
  output: 'Rozložení podpory',
  notFor: 'Drobné věci, kde stojí víc, než přinese.',
  steps: [
    { title: 'Návrh a škála', instruction: 'Napište návrh a vysvětlete osm stupňů.' },
    { title: 'Označte svou úroveň', instruction: 'Každý označí stupeň, nejlépe skrytě.' },
    { title: 'Rozložení', instruction: 'Ukažte rozložení.' },
    { title: 'Je podpora dost silná?', instruction: 'Rozhodněte, zda je podpora pro tento typ rozhodnutí dostatečná, nebo návrh zlepšete.' },
  ],
} satisfies MethodText;
