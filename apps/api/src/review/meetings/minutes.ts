import { reaches, type BodyRules } from '@spolu/contracts/bodies';
import type { Language } from '@spolu/contracts/common';
import type { AgendaItem, MeetingView, Presence } from '@spolu/contracts/meetings';
import type { Opinion } from '@spolu/contracts/review';
import { BLANK, MEETING_WORDS, type MeetingWords } from './meeting-words.ts';
import type { Paper, PaperPart } from './paper.ts';

/** What the minutes are drafted from: everything that was recorded while the meeting went on. */
type Happened = Pick<MeetingView, 'bodyName' | 'title' | 'on' | 'at' | 'place' | 'rules' | 'seats' | 'items'>;

/** Minutes as a secretary writes them, to be edited by her: who was there, the agenda, each item with its vote, its opinion and who dissented. */
export function draftMinutes(happened: Happened, town: string, language: Language): string {
  const words = MEETING_WORDS[language];
  const { seats, items, rules } = happened;
  const namesOf = (...presence: Presence[]) => seats.filter((seat) => presence.includes(seat.presence)).map(({ name }) => name).join(', ') || '–';
  const presentCount = seats.filter(({ presence }) => presence === 'present' || presence === 'left').length;
  return [
    `# ${words.minutes}: ${happened.bodyName}`,
    words.held(dayText(happened.on, language), happened.at, happened.place || town),
    '',
    `# ${words.attendance}`,
    `${words.present}: ${namesOf('present', 'left')}`,
    ...(seats.some(({ presence }) => presence === 'left') ? [`${words.left}: ${namesOf('left')}`] : []),
    `${words.excused}: ${namesOf('excused')}`,
    `${words.absent}: ${namesOf('absent')}`,
    words.quorum(presentCount, rules.memberCount, reaches(rules.quorum, presentCount, rules.memberCount)),
    '',
    `# ${words.agenda}`,
    ...items.map(({ title }, i) => words.item(i + 1, title)),
    ...items.flatMap((item, i) => ['', `# ${words.item(i + 1, item.title)}`, ...itemLines(item, seats, words)]),
    '',
    words.chair,
    words.recorder,
  ].join('\n');
}

function itemLines({ note, recommendation }: AgendaItem, seats: Happened['seats'], words: MeetingWords): string[] {
  const lines = note === '' ? [] : [note];
  if (!recommendation) return lines;
  const nameOf = (id: string) => seats.find((seat) => seat.id === id)?.name ?? '';
  const { number, dossierTitle, opinion, conflictedSeatIds, names } = recommendation;
  lines.unshift(words.recommendation(number, dossierTitle));
  if (conflictedSeatIds.length > 0) lines.push(words.conflicts(conflictedSeatIds.map(nameOf).join(', ')));
  if (!opinion) return [...lines, words.notDecided];
  const voted = (['for', 'against', 'abstained'] as const).flatMap((choice) => {
    const those = names.filter((one) => one.choice === choice).map(({ seatId }) => nameOf(seatId));
    return those.length > 0 ? [`${words.byName[choice]}: ${those.join(', ')}`] : [];
  });
  return [...lines, ...opinionLines(opinion, words), ...voted];
}

function opinionLines({ verdict, vote, reasoning, dissent }: Opinion, words: MeetingWords): string[] {
  return [words.verdict[verdict], words.vote(vote), `${words.reasoning}: ${reasoning}`, ...(dissent ? [`${words.dissent}: ${dissent}`] : [])];
}

/** Where a body voted: at a meeting, or without one that is written down here; then those who voted were there. */
export interface Sitting {
  on: string;
  at: string | null;
  place: string;
  presentCount: number;
}
interface Opined {
  town: string;
  bodyName: string;
  rules: BodyRules;
  dossierTitle: string;
  version: number;
  /** In the order of the dossier. */
  items: { number: number; title: string; opinion: Opinion | null; sitting: Sitting | null }[];
}

/** A body's opinion on a dossier in the usual form: what it is, who was there, each item with its words, its vote and who dissented, and where it is signed. */
export function opinionPaper({ town, bodyName, rules, dossierTitle, version, items }: Opined, language: Language): Pick<Paper, 'title' | 'facts' | 'parts' | 'signatures'> {
  const words = MEETING_WORDS[language];
  const voted = items.flatMap(({ sitting }) => sitting ?? []);
  const sittings = new Set(voted.map(({ on, at, place, presentCount }) => [
    at === null ? dayText(on, language) : words.held(dayText(on, language), at, place || town),
    words.quorum(presentCount, rules.memberCount, reaches(rules.quorum, presentCount, rules.memberCount)),
  ].join('. ')));
  const days = new Set(items.flatMap(({ opinion }) => opinion?.adoptedOn ?? []));
  const plain = (text: string): PaperPart[] => text.split('\n').map((line) => ({ look: 'plain', text: line }));
  return {
    title: words.opinionOf(bodyName),
    facts: [
      // the town's own register gives it
      [words.number, BLANK],
      ...(days.size > 0 ? [[words.date, [...days].sort().map((day) => dayText(day, language)).join(', ')] as const] : []),
      [words.body, bodyName],
      [words.on, words.dossier(dossierTitle, version)],
      ...[...sittings].map((text) => [words.sitting, text] as const),
    ],
    parts: items.flatMap(({ number, title, opinion }): PaperPart[] => {
      const [verdict = words.notDecided, ...lines] = opinion ? [...opinionLines(opinion, words), ...(days.size > 1 ? [words.adoptedOn(dayText(opinion.adoptedOn, language))] : [])] : [];
      return [{ look: 'heading', text: words.item(number, title) }, { look: 'strong', text: verdict }, ...lines.flatMap(plain)];
    }),
    signatures: { above: words.signedOn(town), who: [words.chairSigns, words.secretarySigns] },
  };
}

const dayText = (day: string, language: Language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
