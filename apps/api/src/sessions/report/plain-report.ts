import { partOf } from '@spolu/contracts/activities/part-of';
import type { ReadReport, ReportBlock } from '@spolu/contracts/report-blocks';
import type { ReportActivity } from '@spolu/contracts/sessions';
import { writtenParts } from '@spolu/contracts/written-parts';
import { plainClusters } from '../activities/cluster/cluster-plain.ts';
import { surveyParts, surveyRows } from '../feedback/survey-plain.ts';
import { plainOf } from '../activities/plain-by-kind.ts';
import { notesIn } from './notes-in.ts';
import { joinSheets, type PlainBlock, type PlainDocument, type PlainPart, type Sheet } from './plain.ts';
import { REPORT_WORDS, type ReportWords } from './report-words.ts';

export interface PlainOptions {
  timeZone: string;
  /** Of boards by their id, and of what was brought by its file; one that is missing is told in words alone. */
  pictures: ReadonlyMap<string, Buffer>;
}

/** A report as it reads on paper, in the language of its session. */
export function plainReport(report: ReadReport, { timeZone, pictures }: PlainOptions): PlainDocument {
  const { language, second } = report;
  const words = REPORT_WORDS[language];
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'long' });
  const time = new Intl.DateTimeFormat(language, { timeZone, timeStyle: 'short' });
  const clock = (from: string, until: string | null) => `${time.format(new Date(from))}${until ? ` – ${time.format(new Date(until))}` : ''}`;
  const held = report.openedAt ? `${day.format(new Date(report.openedAt))}, ${clock(report.openedAt, report.closedAt)}` : '';
  const blocks = report.blocks.map((block): PlainBlock => {
    const { title, parts } = blockParts(block, report, words, { clock, day: (on) => day.format(new Date(`${on}T12:00:00Z`)), pictures });
    const told = parts.map((part) => signed(part, words));
    return { title, parts: block.note ? [...told, { kind: 'paragraph', text: `${words.comment}: ${block.note}`, look: 'soft' }] : told };
  });
  let number = 0;
  const chapters = new Set(report.blocks.flatMap(({ content }, i) => (content.kind === 'activity' ? [i] : [])));
  return {
    language,
    title: report.title,
    second: second?.pairs.map(({ is }) => ({ language: second.language, text: is })) ?? [],
    lines: [`${words.kinds[report.kind]} · ${report.processTitle}`, [held, report.place].filter(Boolean).join(' · '), ...(report.closedAt ? [] : [words.soFar])].filter(Boolean),
    source: `${words.report}: ${report.title}`,
    blocks: blocks.map((block, i) => (chapters.has(i) ? { ...block, title: `${++number}. ${block.title ?? ''}` } : block)),
  };
}

/** Beside a note's author, or alone: that it stood on paper. Beside a translation: that it is one. */
function signed(part: PlainPart, words: ReportWords): PlainPart {
  if (part.kind === 'quote') return { ...part, translated: words.translated };
  if (part.kind !== 'notes') return part;
  return { ...part, translated: words.translated, notes: part.notes.map((note) => (note.onPaper ? { ...note, author: [note.author, words.onPaper].filter(Boolean).join(', ') } : note)) };
}

interface Formats {
  clock: (from: string, until: string | null) => string;
  day: (on: string) => string;
  pictures: ReadonlyMap<string, Buffer>;
}

function blockParts({ content }: ReportBlock, report: ReadReport, words: ReportWords, { clock, day, pictures }: Formats): PlainBlock {
  const { columns } = words;
  const sector = (name: (typeof report.participation.sectors)[number]['sector']) => (name ? words.sectors[name] : words.unknownSector);
  switch (content.kind) {
    case 'figures': {
      const { people, notes, clusters, votes } = report.figures ?? { people: 0, notes: 0, clusters: 0, votes: 0 };
      return { title: words.figures, parts: [{ kind: 'list', items: [words.people(people), words.notes(notes), words.clusters(clusters), words.votes(votes)] }] };
    }
    case 'participation': {
      const { total, wroteCount, sectors } = report.participation;
      const percent = new Intl.NumberFormat(report.language, { style: 'percent' });
      return {
        title: words.participation,
        parts: [
          { kind: 'paragraph', text: `${words.took(total)} ${words.wrote(wroteCount)}` },
          ...(total > 0
            ? [{
                kind: 'table' as const, caption: null, columns: [{ title: columns.sector }, { title: columns.people, numeric: true }, { title: columns.share, numeric: true }],
                rows: sectors.map(({ sector: name, count }) => [sector(name), String(count), percent.format(count / total)]),
              }]
            : []),
        ],
      };
    }
    case 'balance': {
      const { groups, tables = [], anonymousNotes } = report.balance ?? { groups: [], anonymousNotes: 0 };
      const ratio = new Intl.NumberFormat(report.language, { maximumFractionDigits: 1 });
      const spread = (caption: string | null, first: string, rows: readonly { name: string; people: number; wrote: number; notes: number }[]): PlainPart => ({
        kind: 'table', caption,
        columns: [{ title: first }, { title: columns.people, numeric: true }, { title: columns.wrote, numeric: true }, { title: columns.notes, numeric: true }, { title: columns.perPerson, numeric: true }],
        rows: rows.map(({ name, people, wrote, notes }) => [name, String(people), String(wrote), String(notes), ratio.format(notes / people)]),
      });
      return {
        title: words.balance,
        parts: [
          ...(groups.length > 0 ? [spread(null, columns.sector, groups.map(({ sectors, ...counts }) => ({ name: sectors.map(sector).join(', '), ...counts })))] : []),
          ...tables.map(({ title, groups: ofTables }) => spread(title, columns.table, ofTables.map((group) => ({ ...group, name: group.tables.join(', ') })))),
          { kind: 'paragraph', text: [...(anonymousNotes > 0 ? [words.anonymousNotes(anonymousNotes)] : []), words.balanceMeans].join(' '), look: 'soft' },
        ],
      };
    }
    case 'activity': {
      const activity = report.activities.find(({ id }) => id === content.activityId);
      return activity ? { title: activity.title, parts: chapterParts(activity, words, clock) } : { title: null, parts: [] };
    }
    case 'meaning':
      return {
        title: words.meaning,
        parts: report.meanings.flatMap(({ summary, language, yes, notQuite, eligible, words: said }): PlainPart[] => [
          { kind: 'quote', text: summary, language, author: null },
          { kind: 'paragraph', text: words.meaningResult(yes, notQuite, eligible) },
          ...(said.length > 0 ? [{ kind: 'heading' as const, text: words.notQuiteWords }, { kind: 'notes' as const, notes: said.map((note) => ({ ...note, contributionId: '', author: null })) }] : []),
        ]),
      };
    case 'survey':
      return { title: words.survey.title, parts: report.survey ? surveyParts(report.survey, report.language, words) : [] };
    case 'board': {
      const board = report.boards.find(({ boardId }) => boardId === content.boardId);
      if (!board) return { title: null, parts: [] };
      const png = pictures.get(board.boardId);
      const alt = words.boardAlt(board.notes, board.clusters);
      return { title: `${words.board}: ${board.title}`, parts: png ? [{ kind: 'picture', type: 'png', bytes: png, alt, isBoard: true }] : [{ kind: 'paragraph', text: alt }] };
    }
    case 'skipped':
      return { title: words.skipped, parts: [{ kind: 'list', items: report.activities.filter(({ startedAt }) => startedAt === null).map(({ title }) => title) }] };
    case 'heading':
      return { title: content.text, parts: [] };
    case 'text':
      return { title: null, parts: writtenParts(content.text) };
    case 'quote': {
      const note = report.quoted.find(({ contributionId }) => contributionId === content.contributionId);
      return { title: null, parts: note ? [{ kind: 'quote', ...note }] : [] };
    }
    case 'picture': {
      const bytes = pictures.get(content.fileId);
      const { alt, caption } = content;
      return { title: null, parts: [bytes ? { kind: 'picture', type: 'jpg', bytes, alt, caption } : { kind: 'paragraph', text: [alt, caption].filter(Boolean).join(' – ') }] };
    }
    case 'decision':
      return { title: null, parts: [{ kind: 'paragraph', text: words.decision, look: 'strong' }, ...writtenParts(content.text)] };
    case 'actions':
      return {
        title: words.actions,
        parts: [{
          kind: 'table', caption: null, columns: [{ title: columns.task }, { title: columns.owner }, { title: columns.dueOn }],
          rows: content.items.map(({ text, owner, dueOn }) => [text, owner, dueOn ? day(dueOn) : '']),
        }],
      };
  }
}

function chapterParts(activity: ReportActivity, words: ReportWords, clock: Formats['clock']): PlainPart[] {
  const { title, methodTitle, startedAt, endedAt, plannedMinutes, instruction, second } = activity;
  const inSecond = second?.pairs.filter(({ of }) => of === title || of === instruction) ?? [];
  const about = [...(startedAt ? [clock(startedAt, endedAt)] : []), ...(plannedMinutes === null ? [] : [words.planned(plannedMinutes)]), ...(methodTitle ? [`${words.method}: ${methodTitle}`] : [])];
  return [
    { kind: 'paragraph', text: about.join(' · '), look: 'soft' },
    ...(instruction ? [{ kind: 'paragraph' as const, text: instruction }] : []),
    ...inSecond.map(({ is }) => ({ kind: 'paragraph' as const, text: is, look: 'soft' as const, language: second!.language })),
    ...(plainOf(activity)?.parts(activity, words) ?? []),
    ...(activity.clusters ? plainClusters(activity.clusters, words) : []),
  ];
}

/** What came out as rows with ids, of whatever the report shows. */
export function sheetsOf(report: ReadReport): Sheet[] {
  const words = REPORT_WORDS[report.language];
  const { columns } = words;
  const shown = report.activities.filter(({ startedAt }) => startedAt !== null);
  const actions = report.blocks.flatMap(({ content }) => (content.kind === 'actions' ? content.items : []));
  return joinSheets([
    noteRows(report, words),
    ...shown.flatMap((activity) => {
      const plain = plainOf(activity);
      return [plain?.rows?.(activity, words), plain?.moreRows?.(activity, words)].flatMap((sheet) => sheet ?? []);
    }),
    ...(report.survey ? [surveyRows(report.survey, report.language, words)] : []),
    { id: 'actions', columns: [columns.actionId, columns.task, columns.owner, columns.dueOn], rows: actions.map(({ id, text, owner, dueOn }) => [id, text, owner, dueOn]) },
    {
      id: 'participation', columns: [columns.sector, columns.people],
      rows: report.participation.sectors.map(({ sector, count }) => [sector ? words.sectors[sector] : words.unknownSector, count]),
    },
  ]);
}

/** A note a row, with where it was written and the cluster it came to lie in last. */
function noteRows({ activities, quoted }: ReadReport, words: ReportWords): Sheet {
  const { columns } = words;
  const places = new Map<string, { activityId: string; activity: string; frame: string }>();
  const clusters = new Map<string, { id: string; title: string }>();
  for (const activity of activities) {
    const { id, title, clusters: closed } = activity;
    for (const frame of partOf(activity, 'brainstorm')?.frames ?? []) for (const { contributionId } of frame.notes) places.set(contributionId, { activityId: id, activity: title, frame: frame.title });
    for (const one of closed?.clusters ?? []) for (const { contributionId } of one.notes) clusters.set(contributionId, one);
  }
  const notes = new Map([...notesIn(activities), ...quoted.map((note) => [note.contributionId, note] as const)]);
  return {
    id: 'notes',
    columns: [columns.contributionId, columns.text, columns.language, columns.author, columns.activityId, columns.activity, columns.frame, columns.clusterId, columns.cluster, columns.onPaper, columns.translationLanguage, columns.translation],
    rows: [...notes.values()].map(({ contributionId, text, language, author, onPaper = false, translations = [] }) => {
      const [place, cluster] = [places.get(contributionId), clusters.get(contributionId)];
      return [
        contributionId, text, language, author, place?.activityId ?? null, place?.activity ?? null, place?.frame ?? null, cluster?.id ?? null, cluster?.title ?? null, onPaper ? words.yes : words.no,
        translations.map((translation) => translation.language).join('\n') || null, translations.map((translation) => translation.text).join('\n') || null,
      ];
    }),
  };
}
