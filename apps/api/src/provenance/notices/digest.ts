import type { Language } from '@spolu/contracts/common';
import type { NewsNotice, NoticeView } from '@spolu/contracts/notices';
import { CAME_WORDS, DIGEST_WORDS, NEWS_WORDS, OUTCOME_WORDS } from './digest-words.ts';

/** Notices written out in one letter; more are only counted. */
export const DIGEST_NOTICES_MAX = 30;
/** Of a text or a reason, as much as a letter needs to be known by. */
const QUOTED_MAX = 300;

export interface DigestFacts {
  language: Language;
  origin: string;
  /** Only of what the reader may see. */
  notices: readonly Pick<NoticeView, 'about' | 'moreCount' | 'moved' | 'goesOn'>[];
  /** What else concerns her. */
  news?: readonly Pick<NewsNotice, 'news'>[];
  /** For the page that ends such letters. */
  unsubscribeSecret: string;
  /** A guest has no page of notices. */
  guest: boolean;
}

export interface DigestText {
  subject: string;
  body: string;
}

/** Nothing followed from her words: something was done with them, as where they were hidden. */
const isItself = (about: NoticeView['about'], moved: NoticeView['moved']) => moved.kind === 'contribution' && moved.recordId === about.recordId;

const short = (text: string) => (text.length > QUOTED_MAX ? `${text.slice(0, QUOTED_MAX).trimEnd()}…` : text);

/** A letter about what is new: what the reader wrote comes first, in her own words, then what became of it; what she follows comes after, what waits for her before. Plain text. */
export function writeDigest({ language, origin, notices, news = [], unsubscribeSecret, guest }: DigestFacts): DigestText {
  const words = DIGEST_WORDS[language];
  const shown = notices.slice(0, DIGEST_NOTICES_MAX);
  const roots = [...new Map(shown.map(({ about }) => [about.recordId, about])).values()].sort((a, b) => Number(a.followed) - Number(b.followed));
  const parts = roots.map((about) => {
    const news = shown.filter((notice) => notice.about.recordId === about.recordId);
    const more = Math.max(...news.map(({ moreCount }) => moreCount));
    return [
      about.followed ? words.followed : words.yours,
      `  „${short(about.text)}“`,
      ...(more > 0 ? [`  ${words.more.replace('{n}', String(more))}`] : []),
      ...news.map(({ moved, goesOn }) => {
        const outcome = moved.outcome === null ? '' : ` – ${OUTCOME_WORDS[language][moved.outcome] ?? moved.outcome}`;
        const reason = moved.reason ? [`      „${short(moved.reason)}“`] : [];
        const came = isItself(about, moved) ? words.changed : goesOn ? words.goesOn : CAME_WORDS[language][moved.kind];
        return ['', `  → ${came}: ${short(moved.title)}${outcome}`, ...reason, `      ${origin}${moved.url ?? `/ways/${moved.recordId}`}`].join('\n');
      }),
    ].join('\n');
  });
  const asked = news.slice(0, DIGEST_NOTICES_MAX).map((one) => `→ ${NEWS_WORDS[language][one.news.kind]}${one.news.count > 1 ? ` (${one.news.count})` : ''}: ${short(one.news.title)}\n  ${origin}${one.news.url}`);
  const rest = notices.length + news.length - shown.length - asked.length;
  const end = [
    ...(rest > 0 ? [words.rest.replace('{n}', String(rest))] : []),
    ...(guest ? [] : [`${words.all} ${origin}/notices`, words.often]),
    `${words.stop} ${origin}/unsubscribe#${unsubscribeSecret}`,
  ].join('\n');
  return { subject: words.subject, body: `${[words.greeting, ...asked, ...parts, `-- \n${end}`].join('\n\n')}\n` };
}

/** Asks whether an address is really hers. */
export function writeConfirmation({ language, origin, secret }: { language: Language; origin: string; secret: string }): DigestText {
  const words = DIGEST_WORDS[language];
  return { subject: words.confirmSubject, body: `${[words.greeting, words.confirmText, `${origin}/address#${secret}`, words.confirmElse].join('\n\n')}\n` };
}
