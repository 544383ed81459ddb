import type { MethodText } from '../method-content.ts';

export default {
  name: 'Brainwriting 6-3-5',
  purpose: 'V tichosti vytvořit mnoho nápadů, aniž by vedli ti nejhlasitější.',
  materials: 'Arch se šesti řádky a třemi sloupci pro každého nebo digitální arch, který se posouvá sám',
  output: 'Až 108 surových nápadů ze šestičlenné skupiny',
  notFor: 'Lidé, kterým se těžko píše; dejte jim zapisovatele nebo zvolte mluvenou metodu.',
  steps: [
    { title: 'Otázka a skupiny', instruction: 'Vysvětlete otázku a usaďte lidi po šesti.' },
    { title: 'Šest kol psaní', instruction: 'Šest kol po pěti minutách: napište tři nápady, posuňte arch a rozviňte, co jste přečetli.' },
    { title: 'Nápady, které si necháme', instruction: 'Přečtěte archy a označte nápady, které je třeba zachovat.' },
  ],
} satisfies MethodText;
