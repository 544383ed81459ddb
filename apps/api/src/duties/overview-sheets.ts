import type { Language } from '@spolu/contracts/common';
import { OfficeKind, type HolderOverview, type ProcessOverview, type WaitingCount } from '@spolu/contracts/duties';
import type { Sheet } from '../sheets/sheet-files.ts';
import { DUTY_WORDS } from './reminder-letter.ts';

const WORDS: Record<Language, Record<'processes' | 'holders' | 'process' | 'holder' | 'said' | 'answered' | 'decided' | 'done' | 'median' | 'slow' | 'waits' | 'late' | 'since', string>> = {
  sk: { processes: 'Procesy', holders: 'Útvary a orgány', process: 'Proces', holder: 'Útvar alebo orgán', said: 'Príspevky', answered: 'S odpoveďou', decided: 'S rozhodnutím', done: 'Vybavené', median: 'Dni do odpovede (medián)', slow: 'Dni do odpovede (9 z 10)', waits: 'čaká', late: 'po termíne', since: 'Najstaršie čaká od' },
  cs: { processes: 'Procesy', holders: 'Odbory a orgány', process: 'Proces', holder: 'Odbor nebo orgán', said: 'Příspěvky', answered: 'S odpovědí', decided: 'S rozhodnutím', done: 'Vyřízené', median: 'Dny do odpovědi (medián)', slow: 'Dny do odpovědi (9 z 10)', waits: 'čeká', late: 'po termínu', since: 'Nejstarší čeká od' },
  en: { processes: 'Processes', holders: 'Departments and bodies', process: 'Process', holder: 'Department or body', said: 'Contributions', answered: 'With an answer', decided: 'With a decision', done: 'Done', median: 'Days to answer (median)', slow: 'Days to answer (9 of 10)', waits: 'waits', late: 'late', since: 'Oldest waits since' },
  uk: { processes: 'Процеси', holders: 'Підрозділи та органи', process: 'Процес', holder: 'Підрозділ або орган', said: 'Внески', answered: 'З відповіддю', decided: 'З рішенням', done: 'Виконано', median: 'Днів до відповіді (медіана)', slow: 'Днів до відповіді (9 з 10)', waits: 'чекає', late: 'після терміну', since: 'Найстаріше чекає від' },
};

const headings = (language: Language) => OfficeKind.options.flatMap((kind) => [`${DUTY_WORDS[language][kind]}: ${WORDS[language].waits}`, `${DUTY_WORDS[language][kind]}: ${WORDS[language].late}`]);
const counts = (waiting: readonly WaitingCount[]) => OfficeKind.options.flatMap((kind) => {
  const count = waiting.find((one) => one.kind === kind);
  return [count?.open ?? 0, count?.late ?? 0];
});

export function processesSheet(rows: readonly ProcessOverview[], language: Language): Sheet & { title: string } {
  const words = WORDS[language];
  return {
    title: words.processes,
    columns: [words.process, words.said, words.answered, words.decided, words.median, words.slow, ...headings(language)],
    rows: rows.map(({ title, contributionCount, answeredCount, decidedCount, medianDays, slowDays, waiting }) => [title, contributionCount, answeredCount, decidedCount, medianDays, slowDays, ...counts(waiting)]),
  };
}

export function holdersSheet(rows: readonly HolderOverview[], language: Language): Sheet & { title: string } {
  const words = WORDS[language];
  return {
    title: words.holders,
    columns: [words.holder, words.done, words.median, words.slow, words.since, ...headings(language)],
    rows: rows.map(({ name, doneCount, medianDays, slowDays, oldestOn, waiting }) => [name, doneCount, medianDays, slowDays, oldestOn, ...counts(waiting)]),
  };
}
