import type { QuestionForm } from '@spolu/contracts/activities/question';
import { END_MAX_LENGTH, SCALE_STEPS_MAX, SCALE_STEPS_MIN } from '@spolu/contracts/plain';

/** What a line that she types becomes. */
export interface ReadPoll {
  title: string;
  /** Null: it is not to be seen yet how it is to be answered. */
  form: QuestionForm | null;
}

const POLL_TITLE_MAX = 200;
const POLL_OPTION_MAX = 120;
const POLL_OPTIONS_MAX = 30;

/** Words that ask for more than yes or no. */
const ASKING = new Set(
  `kde kam odkiaľ kedy dokedy odkedy kto koho komu kým kom čo čoho čomu čím čom ako koľko prečo načo ktorý ktorá ktoré ktorí ktorého ktorej ktorom ktorú aký aká aké akí akú akej čí čia čie
   odkud kdy co čeho čemu jak kolik proč který která které kterou kterého kterém jaký jaká jaké jakou čí
   where when who whom whose what which how why
   де куди звідки коли хто кого кому ким що чого чому чим як скільки навіщо який яка яке які якого якої яку котрий котра`.split(/\s+/),
);
const BEFORE_THEM = new Set('a v vo na o s so z zo pri po do k ku od za u pre pod nad ve se ze ke i in at on for to from with by of в у на о об з із до від за про при для і та'.split(' '));

/**
 * “Kde chcete lavičky? Pri fontáne / Pod stromami / Nikde” is a choice; “Páči sa vám to? 1-5” a scale; what stands alone is
 * answered by yes or no, or in people's own words where it asks for more, and by one word where it says so.
 * @param words what yes and no are called
 * @returns null: there is no question yet, or it is too long to be asked
 */
export function readPoll(typed: string, words: { yes: string; no: string }): ReadPoll | null {
  const text = typed.replace(/\s+/g, ' ').trim();
  const end = text.includes('?') ? text.indexOf('?') + 1 : text.includes(':') ? text.indexOf(':') : text.length;
  const title = text.slice(0, end).trim();
  if (!/[\p{L}\p{N}]/u.test(title) || title.length > POLL_TITLE_MAX) return null;
  const rest = text.slice(end).replace(/^[\s:?!]+/, '');
  return { title, form: rest ? formOf(rest) : formOfTitle(title, words) };
}

const IN_A_WORD = /^(?:jedným slovom|jedním slovem|in (?:one|a) word|одним словом)(?!\p{L})/iu;

function formOfTitle(title: string, { yes, no }: { yes: string; no: string }): QuestionForm {
  if (IN_A_WORD.test(title)) return { type: 'words', most: 1 };
  return asksForMore(title) ? { type: 'text' } : { type: 'choice', options: [yes, no], most: 1 };
}

function formOf(rest: string): QuestionForm | null {
  const scale = /^1\s?[-–—]\s?(\d{1,2})(?:\s*\(?\s*([^/()]+?)\s*[/–-]\s*([^/()]+?)\s*\)?)?$/.exec(rest);
  const steps = Number(scale?.[1]);
  if (scale && steps >= SCALE_STEPS_MIN && steps <= SCALE_STEPS_MAX) {
    const end = (meaning: string | undefined) => (meaning ?? '').slice(0, END_MAX_LENGTH);
    return { type: 'scale', steps, low: end(scale[2]), high: end(scale[3]) };
  }
  const separator = rest.includes('/') ? '/' : rest.includes(';') ? ';' : ',';
  const options = [...new Set(rest.split(separator).map((option) => option.trim()).filter(Boolean))];
  const fits = options.length >= 2 && options.length <= POLL_OPTIONS_MAX && options.every((option) => option.length <= POLL_OPTION_MAX);
  return fits ? { type: 'choice', options, most: 1 } : null;
}

function asksForMore(title: string): boolean {
  const [first = '', second = ''] = title.toLowerCase().match(/\p{L}+/gu) ?? [];
  return ASKING.has(first) || (BEFORE_THEM.has(first) && ASKING.has(second));
}
