import type { MethodText } from '../method-content.ts';

export default {
  name: 'Metoda nominální skupiny',
  purpose: 'Dospět k seřazenému seznamu, v němž má každý člen stejnou váhu.',
  materials: 'Skupiny po pěti až devíti, karty, lístek s pořadím',
  output: 'Seřazený seznam s rozptylem pořadí',
  notFor: 'Volné zkoumání nebo budování vztahů; postup je přísný.',
  steps: [
    { title: 'Jedna přesná otázka', instruction: 'Předložte jednu přesnou otázku.' },
    { title: 'Nápady potichu', instruction: 'Pište nápady v tichosti.' },
    { title: 'Kolo nápadů', instruction: 'Postupujte dokola: každý řekne vždy jeden nápad, dokud nejsou zapsány všechny.' },
    { title: 'Vysvětlit a sloučit', instruction: 'Vysvětlete každý nápad; slučujte jen se souhlasem autorů.' },
    { title: 'Pět nejdůležitějších', instruction: 'Každý sám seřadí pět nejdůležitějších.' },
    { title: 'Pořadí a rozptyl', instruction: 'Sečtěte a ukažte pořadí i s rozptylem.' },
  ],
} satisfies MethodText;
