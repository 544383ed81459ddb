import type { Language } from '@spolu/contracts/common';

const WORDS: Record<Language, Record<'subject' | 'greeting' | 'asked' | 'how' | 'end', string>> = {
  sk: {
    subject: 'Čaká sa na vaše stanovisko', greeting: 'Dobrý deň,', asked: 'orgán {body} dostal súbor podkladov „{title}“. Ako člen alebo členka sa môžete vyjadriť do {day}.',
    how: 'Prečítať a dať stanovisko:', end: 'Píšeme vám, lebo ste v tomto orgáne. Všetko, čo na vás čaká, nájdete na svojom stole:',
  },
  cs: {
    subject: 'Čeká se na vaše stanovisko', greeting: 'Dobrý den,', asked: 'orgán {body} dostal soubor podkladů „{title}“. Jako člen nebo členka se můžete vyjádřit do {day}.',
    how: 'Přečíst a dát stanovisko:', end: 'Píšeme vám, protože jste v tomto orgánu. Vše, co na vás čeká, najdete na svém stole:',
  },
  en: {
    subject: 'Your position is waited for', greeting: 'Hello,', asked: 'the dossier “{title}” has come to {body}. As a member you can give your position until {day}.',
    how: 'Read it and give your position:', end: 'We write to you because you sit in this body. All that waits for you is on your desk:',
  },
  uk: {
    subject: 'Чекають на вашу позицію', greeting: 'Добрий день,', asked: 'орган {body} отримав пакет матеріалів «{title}». Як член органу ви можете висловитися до {day}.',
    how: 'Прочитати й дати позицію:', end: 'Пишемо вам, бо ви в цьому органі. Усе, що чекає на вас, — на вашому столі:',
  },
};

const dayIn = (language: Language, day: string) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export interface MemberLetterFacts {
  language: Language;
  origin: string;
  referralId: string;
  bodyName: string;
  dossierTitle: string;
  /** The last day to speak. */
  dueOn: string;
}

/** To a member of a body that a dossier came to: what it is, until when, and the way there. Plain text. */
export function writeMemberLetter({ language, origin, referralId, bodyName, dossierTitle, dueOn }: MemberLetterFacts): { subject: string; body: string } {
  const words = WORDS[language];
  // a name may hold what looks like a blank of ours: each is filled once, by a function
  const filled = { body: bodyName, title: dossierTitle, day: dayIn(language, dueOn) };
  const asked = words.asked.replace(/\{(body|title|day)\}/g, (_, name: keyof typeof filled) => filled[name]);
  const parts = [words.greeting, asked, `${words.how}\n${origin}/referrals/${referralId}`, `-- \n${words.end} ${origin}/desk`];
  return { subject: words.subject, body: `${parts.join('\n\n')}\n` };
}
