import type { MethodText } from '../method-content.ts';

export default {
  name: 'Hodnocení porotou podle kritérií',
  purpose: 'Spravedlivě porovnat návrhy podle zveřejněných kritérií a vah.',
  materials: 'Kritéria s popisem stupňů, prohlášení o střetu zájmů, hodnoticí arch',
  output: 'Pořadí, body podle kritérií, písemná zpětná vazba',
  notFor: 'Porovnávání absolutních bodů porotců, kteří viděli různé návrhy, bez jejich sladění.',
  steps: [
    { title: 'Kritéria a střety zájmů', instruction: 'Potvrďte kritéria, váhy a střety zájmů.' },
    { title: 'Hodnotit samostatně', instruction: 'Každý sám boduje návrhy po jednotlivých kritériích.' },
    { title: 'Kde se body rozcházejí', instruction: 'Ukažte rozptyl a mluvte jen o návrzích, kde se body nejvíc liší.' },
    { title: 'Upravit vlastní body', instruction: 'Pokud chcete, upravte vlastní body.' },
    { title: 'Zpětná vazba pro každý tým', instruction: 'Napište každému týmu dvě věty zpětné vazby a podepište vyjádření.' },
  ],
} satisfies MethodText;
