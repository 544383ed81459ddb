import type { Language } from '@spolu/contracts/common';

/** What stands in a run sheet on paper besides what people wrote. */
export interface SheetWords {
  runSheet: (title: string) => string;
  programme: string;
  day: (number: number) => string;
  fromUntil: (from: string, until: string) => string;
  time: string;
  what: string;
  who: string;
  materials: string;
  minutes: (minutes: number) => string;
  track: (name: string) => string;
  staffNotes: string;
  nothing: string;
  bring: string;
  supplies: string;
  equipment: string;
  thing: string;
  howMany: string;
  usedFor: string;
  asNeeded: string;
  atLeast: (amount: string) => string;
  page: [before: string, between: string];
}

const fromUntil = (from: string, until: string) => `${from} – ${until}`;

export const SHEET_WORDS: Record<Language, SheetWords> = {
  sk: {
    runSheet: (title) => `Scenár: ${title}`, programme: 'Program', day: (number) => `${number}. deň`, fromUntil, time: 'Čas', what: 'Čo sa deje', who: 'Kto', materials: 'Materiál',
    minutes: (minutes) => `${minutes}\u00a0min`, track: (name) => `Vetva: ${name}`, staffNotes: 'Poznámky pre tím:', nothing: 'V tomto dni zatiaľ nič nie je.', bring: 'Čo priniesť',
    supplies: 'Materiál, ktorý sa minie', equipment: 'Vybavenie, ktoré ostane', thing: 'Čo', howMany: 'Koľko', usedFor: 'Na čo', asNeeded: 'podľa potreby', atLeast: (amount) => `aspoň ${amount}`,
    page: ['Strana ', ' z '],
  },
  cs: {
    runSheet: (title) => `Scénář: ${title}`, programme: 'Program', day: (number) => `${number}. den`, fromUntil, time: 'Čas', what: 'Co se děje', who: 'Kdo', materials: 'Materiál',
    minutes: (minutes) => `${minutes}\u00a0min`, track: (name) => `Větev: ${name}`, staffNotes: 'Poznámky pro tým:', nothing: 'V tomto dni zatím nic není.', bring: 'Co přinést',
    supplies: 'Materiál, který se spotřebuje', equipment: 'Vybavení, které zůstane', thing: 'Co', howMany: 'Kolik', usedFor: 'Na co', asNeeded: 'podle potřeby', atLeast: (amount) => `aspoň ${amount}`,
    page: ['Strana ', ' z '],
  },
  en: {
    runSheet: (title) => `Run sheet: ${title}`, programme: 'Programme', day: (number) => `Day ${number}`, fromUntil, time: 'Time', what: 'What happens', who: 'Who', materials: 'Materials',
    minutes: (minutes) => `${minutes}\u00a0min`, track: (name) => `Track: ${name}`, staffNotes: 'Notes for the team:', nothing: 'Nothing on this day yet.', bring: 'What to bring',
    supplies: 'Materials that get used up', equipment: 'Equipment that stays', thing: 'What', howMany: 'How many', usedFor: 'For', asNeeded: 'as needed', atLeast: (amount) => `at least ${amount}`,
    page: ['Page ', ' of '],
  },
  uk: {
    runSheet: (title) => `Сценарій: ${title}`, programme: 'Програма', day: (number) => `День ${number}`, fromUntil, time: 'Час', what: 'Що відбувається', who: 'Хто', materials: 'Матеріали',
    minutes: (minutes) => `${minutes}\u00a0хв`, track: (name) => `Гілка: ${name}`, staffNotes: 'Нотатки для команди:', nothing: 'У цьому дні ще нічого немає.', bring: 'Що принести',
    supplies: 'Матеріали, що витратяться', equipment: 'Обладнання, що залишиться', thing: 'Що', howMany: 'Скільки', usedFor: 'Для чого', asNeeded: 'за потреби', atLeast: (amount) => `щонайменше ${amount}`,
    page: ['Сторінка ', ' з '],
  },
};
