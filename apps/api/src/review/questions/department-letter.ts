import type { Language } from '@spolu/contracts/common';

const WORDS: Record<Language, Record<'subject' | 'greeting' | 'asks' | 'by' | 'open' | 'here' | 'end', string>> = {
  sk: {
    subject: 'Čaká sa na odpoveď na otázku', greeting: 'Dobrý deň,', asks: '{body} má otázku pre {department} k odporúčaniu „{title}“.', by: 'Odpoveď sa čaká do {day}.', open: 'Deň, dokedy to má byť, nie je určený.',
    here: 'Prečítať otázku a odpovedať:', end: 'Píšeme vám, lebo pracujete v tomto oddelení. Všetko, čo naň čaká, nájdete na svojom stole:',
  },
  cs: {
    subject: 'Čeká se na odpověď na otázku', greeting: 'Dobrý den,', asks: '{body} má otázku pro {department} k doporučení „{title}“.', by: 'Odpověď se čeká do {day}.', open: 'Den, dokdy to má být, není určen.',
    here: 'Přečíst otázku a odpovědět:', end: 'Píšeme vám, protože pracujete v tomto oddělení. Vše, co na něj čeká, najdete na svém stole:',
  },
  en: {
    subject: 'An answer to a question is waited for', greeting: 'Hello,', asks: '{body} has a question to {department} about the recommendation “{title}”.', by: 'The answer is waited for until {day}.', open: 'No day was set for it.',
    here: 'Read the question and answer:', end: 'We write to you because you work in this department. All that waits for it is on your desk:',
  },
  uk: {
    subject: 'Чекають на відповідь на запитання', greeting: 'Добрий день,', asks: '{body} має запитання до {department} щодо рекомендації «{title}».', by: 'Відповіді чекають до {day}.', open: 'День для цього не визначено.',
    here: 'Прочитати запитання й відповісти:', end: 'Пишемо вам, бо ви працюєте в цьому відділі. Усе, що на нього чекає, — на вашому столі:',
  },
};

const dayIn = (language: Language, day: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export interface DepartmentLetterFacts {
  language: Language;
  origin: string;
  questionId: string;
  bodyName: string;
  department: string;
  /** Of the recommendation it is about. */
  title: string;
  /** The last day for it; null where none was set. */
  dueOn: string | null;
}

/** To somebody of a department that a body asks: which body, about what, until when, and where she answers. The question itself is read there. Plain text. */
export function writeDepartmentLetter({ language, origin, questionId, bodyName, department, title, dueOn }: DepartmentLetterFacts): { subject: string; body: string } {
  const words = WORDS[language];
  // a name may hold what looks like a blank of ours: each is filled once, by a function
  const filled = { body: bodyName, department, title };
  const asks = words.asks.replace(/\{(body|department|title)\}/g, (_, name: keyof typeof filled) => filled[name]);
  const parts = [
    words.greeting, `${asks}\n${dueOn === null ? words.open : words.by.replace('{day}', dayIn(language, dueOn))}`, `${words.here}\n${origin}/referral-questions/${questionId}`, `-- \n${words.end} ${origin}/desk`,
  ];
  return { subject: words.subject, body: `${parts.join('\n\n')}\n` };
}
