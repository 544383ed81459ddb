import type { BoardTemplateText } from '../method-content.ts';

export default {
  name: 'Spis občanské poroty',
  frames: [
    'Otázka pro porotu',
    'Podklady',
    'Otázky na odborníky',
    'Argumenty',
    'Doporučení',
    'Odpověď města',
  ],
} satisfies BoardTemplateText;
