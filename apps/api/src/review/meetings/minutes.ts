import type { Language } from '@spolu/contracts/common';
import type { AgendaItem, MeetingView } from '@spolu/contracts/meetings';
import type { Opinion } from '@spolu/contracts/review';
import { MEETING_WORDS, type MeetingWords } from './meeting-words.ts';
import type { PaperPart } from './paper.ts';

/** What the minutes are drafted from: everything that was recorded while the meeting went on. */
type Happened = Pick<MeetingView, 'bodyName' | 'title' | 'on' | 'at' | 'place' | 'rules' | 'seats' | 'presentCount' | 'quorate' | 'items'>;

/** Minutes as a secretary writes them, to be edited by her: who was there, the agenda, each item with its vote, its opinion and who dissented. */
export function draftMinutes(happened: Happened, town: string, language: Language): string {
  const words = MEETING_WORDS[language];
  const { seats, items, rules } = happened;
  const namesOf = (presence: string) => seats.filter((seat) => seat.presence === presence).map(({ name }) => name).join(', ') || '–';
  return [
    `# ${words.minutes}: ${happened.bodyName}`,
    words.held(dayText(happened.on, language), happened.at, happened.place || town),
    '',
    `# ${words.attendance}`,
    `${words.present}: ${namesOf('present')}`,
    `${words.excused}: ${namesOf('excused')}`,
    `${words.absent}: ${namesOf('absent')}`,
    words.quorum(happened.presentCount, rules.memberCount, happened.quorate),
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

interface Opined {
  bodyName: string;
  dossierTitle: string;
  version: number;
  items: { number: number; title: string; opinion: Opinion | null }[];
}

/** A body's opinion on a dossier in the usual form, ready to be signed. */
export function opinionPaper({ bodyName, dossierTitle, version, items }: Opined, language: Language): { title: string; parts: PaperPart[] } {
  const words = MEETING_WORDS[language];
  const line = (text: string): PaperPart => ({ heading: false, text });
  return {
    title: words.opinionOf(bodyName),
    parts: [
      line(words.dossier(dossierTitle, version)),
      ...items.flatMap(({ number, title, opinion }) => [
        { heading: true, text: words.item(number, title) },
        ...(opinion ? [...opinionLines(opinion, words), words.adoptedOn(dayText(opinion.adoptedOn, language))] : [words.notDecided]).flatMap((text) => text.split('\n').map(line)),
      ]),
      line(''),
      line(words.chair),
    ],
  };
}

const dayText = (day: string, language: Language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
