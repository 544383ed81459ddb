import type { Language } from '@spolu/contracts/common';

const WORDS: Record<Language, Record<'subject' | 'greeting' | 'asked' | 'by' | 'open' | 'rest' | 'end', string>> = {
  sk: {
    subject: 'Čaká sa na odborné posúdenie', greeting: 'Dobrý deň,', asked: '{department} má odborne posúdiť tieto nápady:', by: 'Posúdenie sa čaká do {day}.', open: 'Deň, dokedy to má byť, nie je určený.',
    rest: 'A ešte ďalšie: {n}.', end: 'Píšeme vám, lebo pracujete v tomto oddelení. Posudzuje sa tu:',
  },
  cs: {
    subject: 'Čeká se na odborné posouzení', greeting: 'Dobrý den,', asked: '{department} má odborně posoudit tyto nápady:', by: 'Posouzení se čeká do {day}.', open: 'Den, dokdy to má být, není určen.',
    rest: 'A ještě další: {n}.', end: 'Píšeme vám, protože pracujete v tomto oddělení. Posuzuje se tady:',
  },
  en: {
    subject: 'Your assessment is waited for', greeting: 'Hello,', asked: '{department} is asked to assess these ideas:', by: 'The assessment is waited for until {day}.', open: 'No day was set for it.',
    rest: 'And more: {n}.', end: 'We write to you because you work in this department. Assess them here:',
  },
  uk: {
    subject: 'Чекають на фахову оцінку', greeting: 'Добрий день,', asked: '{department} має оцінити ці ідеї:', by: 'Оцінки чекають до {day}.', open: 'День для цього не визначено.',
    rest: 'І ще інше: {n}.', end: 'Пишемо вам, бо ви працюєте в цьому відділі. Оцінити можна тут:',
  },
};

/** Written out in one letter; more are only counted. */
const LISTED_MAX = 30;
const dayIn = (language: Language, day: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export interface AskedLetterFacts {
  language: Language;
  origin: string;
  department: string;
  ideas: readonly { ideaId: string; title: string }[];
  /** The last day for it; null where none was set. */
  dueOn: string | null;
}

/** To somebody of a department that is asked: about which ideas, until when, and where she assesses them. Plain text. */
export function writeAskedLetter({ language, origin, department, ideas, dueOn }: AskedLetterFacts): { subject: string; body: string } {
  const words = WORDS[language];
  const shown = ideas.slice(0, LISTED_MAX);
  const rest = ideas.length - shown.length;
  const listed = [
    // a name may hold what looks like a blank of ours
    words.asked.replace('{department}', () => department),
    ...shown.map(({ ideaId, title }) => `  ${title}\n    ${origin}/ideas/${ideaId}`),
    ...(rest > 0 ? [words.rest.replace('{n}', String(rest))] : []),
  ].join('\n');
  const parts = [words.greeting, listed, dueOn === null ? words.open : words.by.replace('{day}', dayIn(language, dueOn)), `-- \n${words.end} ${origin}/desk`];
  return { subject: words.subject, body: `${parts.join('\n\n')}\n` };
}
