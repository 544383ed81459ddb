import type { Language } from '@spolu/contracts/common';

/** What stands in documents of a jury besides what people wrote. */
export interface JuryWords {
  jury: string;
  jurors: (count: number) => string;
  sheets: (done: number, asked: number) => string;
  conflicts: (count: number) => string;
  notFixed: string;
  result: string;
  rank: string;
  team: string;
  points: string;
  judges: string;
  /** A criterion with its share of the weight and its best score. */
  criterion: (title: string, percent: number, best: number) => string;
  mean: string;
  revised: (count: number) => string;
  swing: (teams: string) => string;
  setAside: (reason: string) => string;
}

export const JURY_WORDS: Record<Language, JuryWords> = {
  sk: {
    jury: 'Porota', jurors: (count) => `Počet porotcov: ${count}.`, sheets: (done, asked) => `Úplné hárky: ${done} z ${asked}.`, conflicts: (count) => `Pre konflikt záujmov sa hodnotenia tímu zdržali: ${count}×.`,
    notFixed: 'Porota svoj výsledok neuzavrela.', result: 'Výsledok poroty', rank: 'Poradie', team: 'Tím', points: 'Body zo 100', judges: 'Hodnotili',
    criterion: (title, percent, best) => `${title} (${percent} %, 0 – ${best})`, mean: 'priemer', revised: (count) => `Po odkrytí bodov sa v diskusii hodnotenie zmenilo: ${count}×.`,
    swing: (teams) => `Bez jedného z porotcov by bol prvý: ${teams}.`, setAside: (reason) => `Predchádzajúci výsledok bol otvorený znova. Dôvod: ${reason}`,
  },
  cs: {
    jury: 'Porota', jurors: (count) => `Počet porotců: ${count}.`, sheets: (done, asked) => `Úplné archy: ${done} z ${asked}.`, conflicts: (count) => `Pro střet zájmů se hodnocení týmu zdrželi: ${count}×.`,
    notFixed: 'Porota svůj výsledek neuzavřela.', result: 'Výsledek poroty', rank: 'Pořadí', team: 'Tým', points: 'Body ze 100', judges: 'Hodnotili',
    criterion: (title, percent, best) => `${title} (${percent} %, 0 – ${best})`, mean: 'průměr', revised: (count) => `Po odkrytí bodů se v diskusi hodnocení změnilo: ${count}×.`,
    swing: (teams) => `Bez jednoho z porotců by byl první: ${teams}.`, setAside: (reason) => `Předchozí výsledek byl otevřen znovu. Důvod: ${reason}`,
  },
  en: {
    jury: 'Jury', jurors: (count) => `Jurors: ${count}.`, sheets: (done, asked) => `Complete sheets: ${done} of ${asked}.`, conflicts: (count) => `Times that a juror did not judge a team because of a conflict of interest: ${count}.`,
    notFixed: 'The jury did not fix its result.', result: 'Result of the jury', rank: 'Rank', team: 'Team', points: 'Points of 100', judges: 'Judged by',
    criterion: (title, percent, best) => `${title} (${percent}%, 0–${best})`, mean: 'mean', revised: (count) => `Times that scores were changed in the discussion, after they had been opened: ${count}.`,
    swing: (teams) => `Without one of the jurors the first would be: ${teams}.`, setAside: (reason) => `An earlier result was reopened. Reason: ${reason}`,
  },
  uk: {
    jury: 'Журі', jurors: (count) => `Членів журі: ${count}.`, sheets: (done, asked) => `Повні аркуші: ${done} з ${asked}.`, conflicts: (count) => `Через конфлікт інтересів від оцінювання команди утрималися: ${count}×.`,
    notFixed: 'Журі не закрило свій результат.', result: 'Результат журі', rank: 'Місце', team: 'Команда', points: 'Бали зі 100', judges: 'Оцінили',
    criterion: (title, percent, best) => `${title} (${percent} %, 0–${best})`, mean: 'середнє', revised: (count) => `Після відкриття балів оцінки змінено в обговоренні: ${count}×.`,
    swing: (teams) => `Без одного з членів журі перше місце мала б: ${teams}.`, setAside: (reason) => `Попередній результат відкрито знову. Причина: ${reason}`,
  },
};
