import { USUAL_FIELDS } from '../canvas-fields.ts';
import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Jednodňový ideathon',
  purpose: 'Osem hodín pre 20 až 180 ľudí v tímoch: od výzvy mesta k nápadom, ktoré sála sama vyberie.',
  blocks: [
    {
      title: 'Príchod a raňajky', instruction: 'Naskenujte kód a zoznámte sa.',
      purpose: 'Aby sa tímy zoznámili skôr, než vzniknú.', staffNotes: 'Mentorov predstavte pri dverách.',
    },
    {
      title: 'Privítanie a priebeh dňa', instruction: 'Čo je výzva, čo sa dnes stane a čo mesto urobí s nápadmi.',
      purpose: 'Aby každý vedel, načo tu je.', staffNotes: 'Povedzte, kto o nápadoch rozhodne a kedy.',
    },
    {
      title: 'Výzva zblízka', instruction: 'Krátko od ľudí, ktorých sa výzva týka. Pýtajte sa.',
      purpose: 'Aby tímy riešili skutočný problém.', staffNotes: 'Dvaja hostia po desať minút, potom otázky.',
    },
    {
      title: 'Prestávka', instruction: 'O štvrť hodiny tvoríme tímy.',
      purpose: '', staffNotes: 'Rozmiestnite stoly tímov.',
    },
    {
      title: 'Tímy, nápady a ich predstavenie', instruction: 'Utvorte tím, vyplňte plátno nápadu a predstavte ho. Obed je počas práce tímov.',
      purpose: 'Premyslený nápad od každého tímu.', staffNotes: 'Výzvu a otázky plátna upravte pred stretnutím. Porotu pridajte, ak ju máte.',
      ideathon: {
        challenge: 'Ako by sme mohli spoločne …?', brief: 'Doplňte výzvu mesta: čo sa má zmeniť, pre koho a čo už mesto vie a má.',
        goodProposal: ['Dá sa začať do pol roka', 'Je jasné, komu pomôže', 'Vie sa, koľko zhruba stojí'], fields: USUAL_FIELDS.sk,
      },
    },
    {
      title: 'Prestávka', instruction: 'O štvrť hodiny vyhlásime výsledky.',
      purpose: '', staffNotes: 'Pripravte ceny a spätnú väzbu.',
    },
    {
      title: 'Výsledky a čo bude ďalej', instruction: 'Ako hlasovala sála a kto sa s ktorým nápadom ozve ďalej.',
      purpose: 'Aby nápady neskončili v tento deň.', staffNotes: 'Každý tím dostane meno človeka na úrade.',
    },
  ],
} satisfies ReadySheetText;
