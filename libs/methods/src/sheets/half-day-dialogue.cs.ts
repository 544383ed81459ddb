import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Půldenní dialog',
  purpose: 'Čtyři hodiny pro 20 až 60 lidí s různými zájmy: porozumět si dřív, než se rozhodne.',
  blocks: [
    {
      title: 'Příchod a registrace', instruction: 'Naskenujte kód, vezměte si jmenovku a posaďte se.',
      purpose: 'Abychom začali včas.', staffNotes: 'Dva lidé u dveří.',
    },
    {
      title: 'Přivítání a pravidla rozhovoru', instruction: 'Mluvíme jeden po druhém, za sebe a k věci. Co zazní, patří nám všem.',
      purpose: 'Bezpečný začátek.', staffNotes: 'Pravidla nechte promítaná.',
    },
    {
      title: 'Co o tom víme a čeho se bojíme', instruction: 'Pište beze jména. Nikdo se nedozví, kdo co napsal.',
      purpose: 'Dostat na stůl i to, co se nahlas neříká.', staffNotes: 'Lístky čtěte nahlas a bez hodnocení.',
      frames: ['Co o tom víme', 'Čeho se bojíme', 'Co bychom si přáli'],
    },
    {
      title: 'Přestávka', instruction: 'Za čtvrt hodiny pokračujeme.',
      purpose: '', staffNotes: 'Připravte stoly a hostitele.',
    },
    {
      title: 'Rozhovor u stolů', instruction: 'Co je pro nás společné? V čem se lišíme a proč?',
      purpose: 'Rozhovor mezi lidmi, kteří se jinak nepotkají.', staffNotes: 'Stoly jsou promíchané podle sektorů. Hostitel zapisuje i to, na čem se stůl neshodl.',
      frames: ['Na čem se shodneme', 'V čem se lišíme'],
    },
    {
      title: 'Přestávka', instruction: 'Za čtvrt hodiny pokračujeme.',
      purpose: '', staffNotes: 'Spojte tabule stolů.',
    },
    {
      title: 'Co se opakuje', instruction: 'Přečtěme si, co řekly stoly, a dejme k sobě, co mluví o tomtéž.',
      purpose: 'Společná témata a otevřené otázky.', staffNotes: 'Neshody nechte vidět, nehledejte shodu za každou cenu.',
    },
    {
      title: 'Otázky na město', instruction: 'Ptejte se. Co zajímá více lidí, půjde první.',
      purpose: 'Aby otázky nezůstaly bez odpovědi.', staffNotes: 'Na co nejde odpovědět hned, zapište s termínem odpovědi.',
    },
    {
      title: 'Co je nejdůležitější', instruction: 'Máte pět teček, nejvýše dvě na jedno téma.',
      purpose: 'Zjistit, čemu se věnovat dál.', staffNotes: 'Není to rozhodnutí, ale obraz sálu. Řekněte to.',
    },
    {
      title: 'Mysleli jsme to takto?', instruction: 'Přečteme shrnutí a zeptáme se, co v něm chybí.',
      purpose: 'Aby nikdo neodešel s pocitem, že ho nevyslechli.', staffNotes: 'Shrnutí pošlete na telefony a počkejte na odpovědi.',
    },
  ],
} satisfies ReadySheetText;
