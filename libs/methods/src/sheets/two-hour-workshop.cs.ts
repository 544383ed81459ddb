import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Dvouhodinová dílna',
  purpose: 'Dvě hodiny po práci pro 10 až 40 lidí: co nás trápí, co navrhujeme a čím začít.',
  blocks: [
    {
      title: 'Příchod', instruction: 'Naskenujte kód a posaďte se, kde je místo.',
      purpose: 'Abychom začali včas.', staffNotes: 'Kdo nemá telefon, posadí se k zapisovatelce.',
    },
    {
      title: 'Přivítání a pravidla', instruction: 'Co dnes rozhodneme, co bude s výsledkem a kdo na něm pracuje dál.',
      purpose: 'Aby každý věděl, proč tu je.', staffNotes: 'Řekněte i to, o čem se dnes nerozhoduje.',
    },
    {
      title: 'Co nás trápí a co navrhujeme', instruction: 'Pište potichu, každý za sebe: jeden lístek, jedna myšlenka.',
      purpose: 'Vyslechnout každého, nejen ty, kdo mluví první.', staffNotes: 'Po dvou třetinách času vyzvěte ty, kdo ještě nic nenapsali. Potom lístky odkryjte.',
      frames: ['Co nás trápí', 'Co navrhujeme'],
    },
    {
      title: 'Co patří k sobě', instruction: 'Přečtěme si lístky a dejme k sobě ty, které mluví o tomtéž.',
      purpose: 'Ze stovky lístků několik témat.', staffNotes: 'Název skupiny má být celá věta, ne jedno slovo.',
    },
    {
      title: 'Přestávka', instruction: 'Za deset minut pokračujeme.',
      purpose: '', staffNotes: 'Připravte hlasování.',
    },
    {
      title: 'Čím začít', instruction: 'Máte tři tečky. Dejte je tématům, kterými se vyplatí začít.',
      purpose: 'Zjistit, na čem záleží většině.', staffNotes: 'Výsledek ukažte až po skončení.',
    },
    {
      title: 'První kroky', instruction: 'U nejsilnějších témat řekněme, kdo by co mohl udělat do měsíce.',
      purpose: 'Aby z dílny vyšly úkoly se jménem a termínem.', staffNotes: 'Úkoly pište rovnou do zprávy.',
    },
    {
      title: 'Shrnutí a co bude dál', instruction: 'Na čem jsme se shodli, kdy bude zpráva a kdo odpoví.',
      purpose: 'Aby každý věděl, kdy se dozví výsledek.', staffNotes: 'Shrnutí pošlete na telefony, než lidé odejdou.',
    },
  ],
} satisfies ReadySheetText;
