import type { Language } from '@spolu/contracts/common';
import type { DutyKind } from '@spolu/contracts/duties';
import type { OpenDuty } from './duties.service.ts';

const WORDS: Record<Language, Record<'subject' | 'greeting' | 'late' | 'coming' | 'by' | 'was' | 'holder' | 'rest' | 'end', string>> = {
  sk: {
    subject: 'Pripomienka: na čo sa čaká', greeting: 'Dobrý deň,', late: 'Po termíne:', coming: 'Blíži sa termín:', by: 'do', was: 'termín bol', holder: 'čaká sa na:', rest: 'A ešte ďalšie: {n}.',
    end: 'Pripomíname to, kým to čaká. Všetko, čo na vás čaká, nájdete na svojom stole:',
  },
  cs: {
    subject: 'Připomínka: na co se čeká', greeting: 'Dobrý den,', late: 'Po termínu:', coming: 'Blíží se termín:', by: 'do', was: 'termín byl', holder: 'čeká se na:', rest: 'A ještě další: {n}.',
    end: 'Připomínáme to, dokud to čeká. Vše, co na vás čeká, najdete na svém stole:',
  },
  en: {
    subject: 'Reminder: what is waited for', greeting: 'Hello,', late: 'Past its day:', coming: 'Due soon:', by: 'by', was: 'was due on', holder: 'waiting for:', rest: 'And more: {n}.',
    end: 'We remind you as long as it waits. All that waits for you is on your desk:',
  },
  uk: {
    subject: 'Нагадування: на що чекають', greeting: 'Добрий день,', late: 'Після терміну:', coming: 'Наближається термін:', by: 'до', was: 'термін був', holder: 'чекають на:', rest: 'І ще інше: {n}.',
    end: 'Ми нагадуємо, доки це чекає. Усе, що чекає на вас, — на вашому столі:',
  },
};

export const DUTY_WORDS: Record<Language, Record<DutyKind, string>> = {
  sk: { 'idea-answer': 'Odpoveď na nápad', assessment: 'Odborné posúdenie', question: 'Odpoveď na otázku', 'author-question': 'Odpoveď autora na otázku', referral: 'Stanovisko komisie', position: 'Vaše stanovisko', decision: 'Uznesenie', commitment: 'Záväzok k rozhodnutiu', milestone: 'Míľnik' },
  cs: { 'idea-answer': 'Odpověď na nápad', assessment: 'Odborné posouzení', question: 'Odpověď na otázku', 'author-question': 'Odpověď autora na otázku', referral: 'Stanovisko komise', position: 'Vaše stanovisko', decision: 'Usnesení', commitment: 'Závazek k rozhodnutí', milestone: 'Milník' },
  en: { 'idea-answer': 'Answer to an idea', assessment: 'Assessment', question: 'Answer to a question', 'author-question': 'Answer of an author', referral: 'Opinion of a commission', position: 'Your position', decision: 'Decision', commitment: 'Commitment after a decision', milestone: 'Milestone' },
  uk: { 'idea-answer': 'Відповідь на ідею', assessment: 'Фахова оцінка', question: 'Відповідь на запитання', 'author-question': 'Відповідь автора на запитання', referral: 'Висновок комісії', position: 'Ваша позиція', decision: 'Рішення', commitment: 'Зобов’язання за рішенням', milestone: 'Етап' },
};

/** Written out in one letter; more are only counted. */
const LISTED_MAX = 30;
const TITLE_MAX = 200;
const short = (text: string) => (text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX).trimEnd()}…` : text);
const dayIn = (language: Language, day: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export interface ReminderFacts {
  language: Language;
  origin: string;
  today: string;
  duties: readonly (Pick<OpenDuty, 'kind' | 'title' | 'url' | 'holderName'> & { dueOn: string })[];
}

/** One letter about all of somebody's steps of today: what is late first. Plain text. */
export function writeReminder({ language, origin, today, duties }: ReminderFacts): { subject: string; body: string } {
  const words = WORDS[language];
  const shown = [...duties].sort((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, LISTED_MAX);
  const line = ({ kind, title, url, holderName, dueOn }: ReminderFacts['duties'][number]) => [
    `  ${DUTY_WORDS[language][kind]}: ${short(title)}`,
    `    ${dueOn < today ? words.was : words.by} ${dayIn(language, dueOn)}, ${kind === 'position' ? '' : `${words.holder} `}${holderName}`,
    `    ${origin}${url}`,
  ].join('\n');
  const part = (title: string, of: typeof shown) => (of.length === 0 ? [] : [title, ...of.map(line)]);
  const rest = duties.length - shown.length;
  const parts = [
    words.greeting,
    ...part(words.late, shown.filter(({ dueOn }) => dueOn < today)),
    ...part(words.coming, shown.filter(({ dueOn }) => dueOn >= today)),
    ...(rest > 0 ? [words.rest.replace('{n}', String(rest))] : []),
    `-- \n${words.end} ${origin}/desk`,
  ];
  return { subject: words.subject, body: `${parts.join('\n\n')}\n` };
}
