import type { Language } from '@spolu/contracts/common';
import type { BlockPlan, Sheet, PaperFor } from '@spolu/contracts/run-sheet';
import { clockOf, plannedTimes, type Timetable } from '@spolu/contracts/sheet-clock';
import { type MaterialRow, materialsOf } from '@spolu/contracts/sheet-materials';
import {
  AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType,
} from 'docx';
import { SHEET_WORDS, type SheetWords } from './words.ts';

export interface PaperBlock {
  id: string;
  title: string;
  instruction: string;
  staffNotes: string;
  minutes: number;
  day: number;
  plan: BlockPlan;
  ownerName: string | null;
}
export interface PaperSheet {
  title: string;
  place: string;
  town: string;
  language: Language;
  sheet: Sheet;
  blocks: PaperBlock[];
}

const TAGS: Record<Language, string> = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
/** Twentieths of a point: A4 and its margins. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1_000;
const WIDTH = A4.width - 2 * MARGIN;
const SHADE = 'F1EEE7';

/** The run sheet as a Word document: headings, tables whose first row comes again on each page, the language of its words. */
export function sheetDocument(paper: PaperSheet, audience: PaperFor): Promise<Buffer> {
  const words = SHEET_WORDS[paper.language];
  const forStaff = audience === 'staff';
  const title = forStaff ? words.runSheet(paper.title) : paper.title;
  const days = paper.sheet.days.map((day, i) => {
    const blocks = paper.blocks.filter((block) => block.day === i + 1);
    return { day, number: i + 1, blocks, times: plannedTimes(blocks.map(({ id, minutes, plan }) => ({ id, minutes, ...plan, actual: null })), day.startsAt) };
  });
  const document = new Document({
    creator: paper.town,
    title,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: TAGS[paper.language] } }, paragraph: { spacing: { after: 60 } } },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 120 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 100 }, keepNext: true, outlineLevel: 0 } },
        heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, outlineLevel: 1 } },
      },
      // of the paragraph: LibreOffice sets the number of a page in no other way than the paragraph says
      paragraphStyles: [{ id: 'Margin', name: 'Margin', basedOn: 'Normal', run: { size: 18, color: '555555' } }],
    },
    sections: [
      {
        properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
        headers: { default: new Header({ children: [new Paragraph({ style: 'Margin', children: [new TextRun([paper.town, paper.title].filter(Boolean).join(' · '))] })] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ style: 'Margin', alignment: AlignmentType.END, children: [new TextRun({ children: [words.page[0], PageNumber.CURRENT, words.page[1], PageNumber.TOTAL_PAGES] })] })],
          }),
        },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(paper.place ? [new Paragraph(paper.place)] : []),
          ...days.flatMap((day) => dayOf(day, paper, words, forStaff)),
          ...(forStaff ? materialLists(days, words) : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

interface PaperDay {
  day: Sheet['days'][number];
  number: number;
  blocks: PaperBlock[];
  times: Timetable;
}

function dayOf({ day, number, blocks, times }: PaperDay, { sheet, language }: PaperSheet, words: SheetWords, forStaff: boolean): (Paragraph | Table)[] {
  const date = day.on && new Intl.DateTimeFormat(TAGS[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day.on));
  const heading = [sheet.days.length > 1 && words.day(number), date].filter(Boolean).join(' · ') || words.programme;
  const above = [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1 })];
  if (blocks.length === 0) return [...above, new Paragraph(words.nothing)];
  if (day.startsAt) above.push(new Paragraph({ text: words.fromUntil(day.startsAt, clockOf(times.end)), keepNext: true }));
  const rows = blocks.map((block, i) => {
    const { title, instruction, staffNotes, minutes, plan, ownerName } = block;
    const time = [...(day.startsAt ? [new TextRun({ text: clockOf(times.blocks[i]!.start), bold: true })] : []), new TextRun({ text: words.minutes(minutes), break: day.startsAt ? 1 : 0 })];
    const what = [
      new Paragraph({ children: [new TextRun({ text: title, bold: true })] }),
      ...(plan.track > 0 ? [new Paragraph(words.track(sheet.tracks[plan.track - 1] ?? ''))] : []),
      ...(forStaff && plan.purpose ? lines(plan.purpose, { italics: true }) : []),
      ...lines(instruction),
      ...(forStaff && staffNotes ? [new Paragraph({ children: [new TextRun({ text: words.staffNotes, bold: true })] }), ...lines(staffNotes)] : []),
    ];
    const materials = [...plan.supplies, ...plan.equipment].map(({ name, amount }) => new Paragraph(amount === null ? name : `${amount} × ${name}`));
    return {
      isPause: ['break', 'meal', 'arrival'].includes(plan.type),
      cells: [[new Paragraph({ children: time })], what, ...(forStaff ? [[new Paragraph(ownerName ?? '')], materials] : [])],
    };
  });
  return [...above, table([words.time, words.what, ...(forStaff ? [words.who, words.materials] : [])], forStaff ? [11, 49, 16, 24] : [12, 88], rows)];
}

function materialLists(days: readonly PaperDay[], words: SheetWords): (Paragraph | Table)[] {
  const { supplies, equipment } = materialsOf(
    days.map(({ blocks, times }) => blocks.map(({ id, plan }, i) => ({ block: { id, supplies: plan.supplies, equipment: plan.equipment }, placed: times.blocks[i]! }))),
  );
  if (supplies.length + equipment.length === 0) return [];
  const titleOf = new Map(days.flatMap(({ blocks }) => blocks.map(({ id, title }) => [id, title])));
  const list = (title: string, rows: readonly MaterialRow[]) => {
    if (rows.length === 0) return [];
    const howMany = ({ amount, isAtLeast }: MaterialRow) => (amount === null ? words.asNeeded : isAtLeast ? words.atLeast(String(amount)) : String(amount));
    const cells = rows.map((row) => ({ isPause: false, cells: [row.name, howMany(row), row.blockIds.map((id) => titleOf.get(id)).join(', ')].map((text) => [new Paragraph(text)]) }));
    return [new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }), table([words.thing, words.howMany, words.usedFor], [35, 20, 45], cells)];
  };
  return [new Paragraph({ text: words.bring, heading: HeadingLevel.HEADING_1 }), ...list(words.supplies, supplies), ...list(words.equipment, equipment)];
}

/** Each line a paragraph, so that Word keeps them apart. */
const lines = (text: string, looks: { italics?: boolean } = {}) => (text ? text.split(/\r?\n/).map((line) => new Paragraph({ children: [new TextRun({ text: line, ...looks })] })) : []);

/** @param shares of the width, in hundredths */
function table(titles: readonly string[], shares: readonly number[], rows: readonly { isPause: boolean; cells: Paragraph[][] }[]): Table {
  const columnWidths = shares.map((share) => Math.round((WIDTH * share) / 100));
  const margins = { top: 60, bottom: 40, left: 100, right: 100 };
  const shading = { type: ShadingType.CLEAR, fill: SHADE, color: 'auto' };
  const cell = (children: Paragraph[], i: number, isShaded: boolean) =>
    new TableCell({ children: children.length > 0 ? children : [new Paragraph('')], margins, width: { size: columnWidths[i]!, type: WidthType.DXA }, ...(isShaded ? { shading } : {}) });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles.map((text, i) => cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })], i, true)) }),
      ...rows.map(({ isPause, cells }) => new TableRow({ cantSplit: true, children: cells.map((children, i) => cell(children, i, isPause)) })),
    ],
  });
}
