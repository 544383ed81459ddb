import type { MethodText } from '../method-content.ts';

export default {
  name: 'Zhlukovanie námetov',
  purpose: 'Premeniť kopu kariet na pomenované témy, na ktorých sa skupina zhodne.',
  materials: 'Stena kariet, karty na názvy',
  output: 'Pomenované zhluky prepojené s kartami',
  notFor: 'Menej ako asi pätnásť kariet; prípady, kde je poradie krokov dôležitejšie než podobnosť.',
  steps: [
    { title: 'Prečítať karty', instruction: 'Prečítajte karty; úplné duplicity položte na seba.' },
    { title: 'Zoskupiť potichu', instruction: 'Potichu presúvajte podobné karty k sebe.' },
    { title: 'Pomenovať zhluky', instruction: 'Pomenujte každý zhluk radšej krátkou vetou než jedným slovom.' },
    { title: 'Nechať jedinečné', instruction: 'Jedinečné námety nechajte viditeľné; nenúťte ich do zhlukov.' },
    { title: 'Overiť s autormi', instruction: 'Overte s autormi, či ich karta leží správne.' },
  ],
} satisfies MethodText;
