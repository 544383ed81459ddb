import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Poldenný dialóg',
  purpose: 'Štyri hodiny pre 20 až 60 ľudí s rôznymi záujmami: porozumieť si skôr, než sa rozhodne.',
  blocks: [
    {
      title: 'Príchod a registrácia', instruction: 'Naskenujte kód, vezmite si menovku a sadnite si.',
      purpose: 'Aby sme začali načas.', staffNotes: 'Dvaja pri dverách.',
    },
    {
      title: 'Privítanie a pravidlá rozhovoru', instruction: 'Hovoríme jeden po druhom, za seba a o veci. Čo zaznie, patrí nám všetkým.',
      purpose: 'Bezpečný začiatok.', staffNotes: 'Pravidlá nechajte premietané.',
    },
    {
      title: 'Čo o tom vieme a čoho sa bojíme', instruction: 'Píšte bez mena. Nikto sa nedozvie, kto čo napísal.',
      purpose: 'Dostať na stôl aj to, čo sa nahlas nehovorí.', staffNotes: 'Lístky čítajte nahlas a bez hodnotenia.',
      frames: ['Čo o tom vieme', 'Čoho sa bojíme', 'Čo by sme si priali'],
    },
    {
      title: 'Prestávka', instruction: 'O štvrť hodiny pokračujeme.',
      purpose: '', staffNotes: 'Pripravte stoly a hostiteľov.',
    },
    {
      title: 'Rozhovor pri stoloch', instruction: 'Čo je pre nás spoločné? V čom sa líšime a prečo?',
      purpose: 'Rozhovor medzi ľuďmi, ktorí sa inak nestretnú.', staffNotes: 'Stoly sú premiešané podľa sektorov. Hostiteľ zapisuje aj to, na čom sa stôl nezhodol.',
      frames: ['Na čom sa zhodneme', 'V čom sa líšime'],
    },
    {
      title: 'Prestávka', instruction: 'O štvrť hodiny pokračujeme.',
      purpose: '', staffNotes: 'Spojte tabule stolov.',
    },
    {
      title: 'Čo sa opakuje', instruction: 'Prečítajme si, čo povedali stoly, a dajme k sebe, čo hovorí o tom istom.',
      purpose: 'Spoločné témy a otvorené otázky.', staffNotes: 'Nezhody nechajte vidieť, nehľadajte zhodu za každú cenu.',
    },
    {
      title: 'Otázky na mesto', instruction: 'Pýtajte sa. Čo zaujíma viacerých, pôjde prvé.',
      purpose: 'Aby otázky nezostali bez odpovede.', staffNotes: 'Na čo sa nedá odpovedať hneď, zapíšte s termínom odpovede.',
    },
    {
      title: 'Čo je najdôležitejšie', instruction: 'Máte päť bodiek, najviac dve na jednu tému.',
      purpose: 'Zistiť, čomu sa venovať ďalej.', staffNotes: 'Nie je to rozhodnutie, ale obraz sály. Povedzte to.',
    },
    {
      title: 'Mysleli sme to takto?', instruction: 'Prečítame zhrnutie a opýtame sa, čo v ňom chýba.',
      purpose: 'Aby zo sály neodišiel nikto s pocitom, že ho nevypočuli.', staffNotes: 'Zhrnutie pošlite na telefóny a počkajte na odpovede.',
    },
  ],
} satisfies ReadySheetText;
