import type { Language } from '@spolu/contracts/common';

type Words = Record<'invited' | 'moved' | 'cancelled', string> & Record<'greeting' | 'invites' | 'moves' | 'cancels' | 'when' | 'was' | 'where' | 'join' | 'why' | 'agenda' | 'rest' | 'page' | 'end', string>;
const WORDS: Record<Language, Words> = {
  sk: {
    invited: 'Pozvánka na zasadnutie', moved: 'Zmena zasadnutia', cancelled: 'Zasadnutie sa nekoná', greeting: 'Dobrý deň,',
    invites: '{body} vás pozýva na zasadnutie „{title}“.', moves: 'Zasadnutie „{title}“, ktoré má {body}, sa zmenilo.', cancels: 'Zasadnutie „{title}“, ktoré mal {body}, sa nekoná.',
    when: 'Kedy: {at}', was: 'Pôvodne: {at}', where: 'Kde: {place}', join: 'Na diaľku: {url}', why: 'Dôvod:', agenda: 'Program:', rest: 'A ešte ďalšie body: {n}.',
    page: 'Podklady a zápis do kalendára:', end: 'Píšeme vám, lebo ste v tomto orgáne.',
  },
  cs: {
    invited: 'Pozvánka na zasedání', moved: 'Změna zasedání', cancelled: 'Zasedání se nekoná', greeting: 'Dobrý den,',
    invites: '{body} vás zve na zasedání „{title}“.', moves: 'Zasedání „{title}“, které má {body}, se změnilo.', cancels: 'Zasedání „{title}“, které měl {body}, se nekoná.',
    when: 'Kdy: {at}', was: 'Původně: {at}', where: 'Kde: {place}', join: 'Na dálku: {url}', why: 'Důvod:', agenda: 'Program:', rest: 'A ještě další body: {n}.',
    page: 'Podklady a zápis do kalendáře:', end: 'Píšeme vám, protože jste v tomto orgánu.',
  },
  en: {
    invited: 'Invitation to a meeting', moved: 'A meeting has changed', cancelled: 'A meeting is cancelled', greeting: 'Hello,',
    invites: '{body} invites you to the meeting “{title}”.', moves: 'The meeting “{title}” of {body} has changed.', cancels: 'The meeting “{title}” of {body} is not held.',
    when: 'When: {at}', was: 'Before: {at}', where: 'Where: {place}', join: 'From afar: {url}', why: 'Why:', agenda: 'Agenda:', rest: 'And more items: {n}.',
    page: 'Its papers and the entry for your calendar:', end: 'We write to you because you sit in this body.',
  },
  uk: {
    invited: 'Запрошення на засідання', moved: 'Зміна засідання', cancelled: 'Засідання не відбудеться', greeting: 'Добрий день,',
    invites: '{body} запрошує вас на засідання «{title}».', moves: 'Засідання «{title}», яке проводить {body}, змінено.', cancels: 'Засідання «{title}», яке мав провести {body}, не відбудеться.',
    when: 'Коли: {at}', was: 'Раніше: {at}', where: 'Де: {place}', join: 'Дистанційно: {url}', why: 'Причина:', agenda: 'Порядок денний:', rest: 'І ще інші пункти: {n}.',
    page: 'Матеріали та запис до календаря:', end: 'Пишемо вам, бо ви в цьому органі.',
  },
};

/** Written out in one letter; more are only counted. */
const LISTED_MAX = 30;

/** Day and hour on the wall of the town, and where. */
export interface Held {
  on: string;
  at: string;
  place: string;
  onlineUrl: string;
}
export interface MeetingLetterFacts {
  language: Language;
  origin: string;
  meetingId: string;
  bodyName: string;
  title: string;
  held: Held;
  /** What is told of it. */
  news: { kind: 'invited'; invitation: string; agenda: readonly string[] } | { kind: 'moved'; before: Held } | { kind: 'cancelled'; reason: string };
}

/** To somebody of a body about one of its meetings: that she is invited, what changed, or that it is not held. Plain text. */
export function writeMeetingLetter({ language, origin, meetingId, bodyName, title, held, news }: MeetingLetterFacts): { subject: string; body: string } {
  const words = WORDS[language];
  const at = ({ on, at: hour }: Held) => `${new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${on}T00:00:00Z`))}, ${hour}`;
  // a name may hold what looks like a blank of ours: each is filled once, by a function
  const filled = (pattern: string, values: Record<string, string>) => pattern.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const place = ({ place: where, onlineUrl }: Held) => [...(where ? [filled(words.where, { place: where })] : []), ...(onlineUrl ? [filled(words.join, { url: onlineUrl })] : [])];
  const names = { body: bodyName, title };
  const told = () => {
    switch (news.kind) {
      case 'invited': {
        const shown = news.agenda.slice(0, LISTED_MAX).map((item, i) => `  ${i + 1}. ${item}`);
        const rest = news.agenda.length - shown.length;
        return [
          `${filled(words.invites, names)}\n${[filled(words.when, { at: at(held) }), ...place(held)].join('\n')}`,
          ...(news.invitation ? [news.invitation] : []),
          ...(shown.length > 0 ? [[words.agenda, ...shown, ...(rest > 0 ? [filled(words.rest, { n: String(rest) })] : [])].join('\n')] : []),
        ];
      }
      case 'moved':
        return [filled(words.moves, names), [filled(words.when, { at: at(held) }), ...place(held)].join('\n'), [filled(words.was, { at: at(news.before) }), ...place(news.before)].join('\n')];
      case 'cancelled':
        return [`${filled(words.cancels, names)}\n${filled(words.was, { at: at(held) })}`, `${words.why}\n${news.reason}`];
    }
  };
  const parts = [words.greeting, ...told(), ...(news.kind === 'cancelled' ? [] : [`${words.page}\n${origin}/meetings/${meetingId}`]), `-- \n${words.end}`];
  return { subject: words[news.kind], body: `${parts.join('\n\n')}\n` };
}
