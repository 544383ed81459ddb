import { USUAL_FIELDS } from '../canvas-fields.ts';
import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Jednodenní ideathon',
  purpose: 'Osm hodin pro 20 až 180 lidí v týmech: od výzvy města k nápadům, které sál sám vybere.',
  blocks: [
    {
      title: 'Příchod a snídaně', instruction: 'Naskenujte kód a seznamte se.',
      purpose: 'Aby se týmy seznámily dřív, než vzniknou.', staffNotes: 'Mentory představte u dveří.',
    },
    {
      title: 'Přivítání a průběh dne', instruction: 'Co je výzva, co se dnes stane a co město udělá s nápady.',
      purpose: 'Aby každý věděl, proč tu je.', staffNotes: 'Řekněte, kdo o nápadech rozhodne a kdy.',
    },
    {
      title: 'Výzva zblízka', instruction: 'Krátce od lidí, kterých se výzva týká. Ptejte se.',
      purpose: 'Aby týmy řešily skutečný problém.', staffNotes: 'Dva hosté po deseti minutách, potom otázky.',
    },
    {
      title: 'Přestávka', instruction: 'Za čtvrt hodiny tvoříme týmy.',
      purpose: '', staffNotes: 'Rozmístěte stoly týmů.',
    },
    {
      title: 'Týmy, nápady a jejich představení', instruction: 'Utvořte tým, vyplňte plátno nápadu a představte ho. Oběd je během práce týmů.',
      purpose: 'Promyšlený nápad od každého týmu.', staffNotes: 'Výzvu a otázky plátna upravte před setkáním. Porotu přidejte, pokud ji máte.',
      ideathon: {
        challenge: 'Jak bychom mohli společně …?', brief: 'Doplňte výzvu města: co se má změnit, pro koho a co už město ví a má.',
        goodProposal: ['Dá se začít do půl roku', 'Je jasné, komu pomůže', 'Ví se, kolik zhruba stojí'], fields: USUAL_FIELDS.cs,
      },
    },
    {
      title: 'Přestávka', instruction: 'Za čtvrt hodiny vyhlásíme výsledky.',
      purpose: '', staffNotes: 'Připravte ceny a zpětnou vazbu.',
    },
    {
      title: 'Výsledky a co bude dál', instruction: 'Jak hlasoval sál a kdo se s kterým nápadem ozve dál.',
      purpose: 'Aby nápady neskončily tímto dnem.', staffNotes: 'Každý tým dostane jméno člověka na úřadě.',
    },
  ],
} satisfies ReadySheetText;
