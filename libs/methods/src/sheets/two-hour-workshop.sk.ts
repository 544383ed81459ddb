import type { ReadySheetText } from './ready-sheet-content.ts';

export default {
  title: 'Dvojhodinová dielňa',
  purpose: 'Dve hodiny po práci pre 10 až 40 ľudí: čo nás trápi, čo navrhujeme a čím začať.',
  blocks: [
    {
      title: 'Príchod', instruction: 'Naskenujte kód a sadnite si, kde je miesto.',
      purpose: 'Aby sme začali načas.', staffNotes: 'Kto nemá telefón, sadne si k zapisovateľke.',
    },
    {
      title: 'Privítanie a pravidlá', instruction: 'Čo dnes rozhodneme, čo bude s výsledkom a kto na ňom pracuje ďalej.',
      purpose: 'Aby každý vedel, načo tu je.', staffNotes: 'Povedzte aj to, o čom sa dnes nerozhoduje.',
    },
    {
      title: 'Čo nás trápi a čo navrhujeme', instruction: 'Píšte potichu, každý za seba: jeden lístok, jedna myšlienka.',
      purpose: 'Vypočuť každého, nielen tých, čo hovoria prví.', staffNotes: 'Po dvoch tretinách času vyzvite tých, ktorí ešte nič nenapísali. Potom lístky odkryte.',
      frames: ['Čo nás trápi', 'Čo navrhujeme'],
    },
    {
      title: 'Čo patrí k sebe', instruction: 'Prečítajme si lístky a dajme k sebe tie, ktoré hovoria o tom istom.',
      purpose: 'Zo stovky lístkov niekoľko tém.', staffNotes: 'Názov skupiny má byť celá veta, nie jedno slovo.',
    },
    {
      title: 'Prestávka', instruction: 'O desať minút pokračujeme.',
      purpose: '', staffNotes: 'Pripravte hlasovanie.',
    },
    {
      title: 'Čím začať', instruction: 'Máte tri bodky. Dajte ich témam, ktorými sa oplatí začať.',
      purpose: 'Zistiť, na čom záleží väčšine.', staffNotes: 'Výsledok ukážte až po skončení.',
    },
    {
      title: 'Prvé kroky', instruction: 'Pri najsilnejších témach povedzme, kto by čo mohol urobiť do mesiaca.',
      purpose: 'Aby z dielne vyšli úlohy s menom a termínom.', staffNotes: 'Úlohy píšte rovno do správy.',
    },
    {
      title: 'Zhrnutie a čo bude ďalej', instruction: 'Na čom sme sa zhodli, kedy bude správa a kto odpovie.',
      purpose: 'Aby každý vedel, kedy sa dozvie výsledok.', staffNotes: 'Zhrnutie pošlite na telefóny, kým ľudia neodídu.',
    },
  ],
} satisfies ReadySheetText;
