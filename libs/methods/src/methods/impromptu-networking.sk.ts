import type { MethodText } from '../method-content.ts';

export default {
  name: 'Rýchle zoznámenie vo dvojiciach',
  purpose: 'Za pár minút rozhovoriť všetkých a zistiť, čo ľudia prinášajú a čo očakávajú.',
  materials: 'Zvonček, dve otázky na plátne, voľný priestor',
  output: 'Stena očakávaní zoskupená podľa tém',
  notFor: 'Hlučné miestnosti s ľuďmi, ktorí nemôžu stáť alebo zle počujú, ak im neponúknete tiché miesta na sedenie; skupiny, ktoré sa už poznajú.',
  steps: [
    { title: 'Dve otázky', instruction: 'Ukážte jednu otázku o výzve a jednu o tom, čo chcú ľudia získať a čím môžu prispieť.' },
    { title: '1. kolo: niekto nový', instruction: '1. kolo: nájdite niekoho, koho nepoznáte; každý hovorí asi dve minúty.' },
    { title: '2. kolo: ďalší partner', instruction: '2. kolo s niekým novým.' },
    { title: '3. kolo: čo sa opakuje', instruction: '3. kolo s niekým novým; všímajte si, čo sa opakuje.' },
    { title: 'Jedno očakávanie ako karta', instruction: 'Každý pošle jedno očakávanie ako kartu z telefónu alebo na papieri.' },
  ],
} satisfies MethodText;
