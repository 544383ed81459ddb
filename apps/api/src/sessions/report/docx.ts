import type { Language } from '@spolu/contracts/common';
import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, LevelFormat, LineRuleType, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TabStopType, TextRun, WidthType,
  type IParagraphOptions, type IRunOptions,
} from 'docx';
import type { Translation } from '@spolu/contracts/second-language';
import { sizeOf } from '../../files/picture.ts';
import { xmlText } from '../../sheets/cells.ts';
import type { PlainBlock, PlainDocument, PlainPart } from './plain.ts';
import { REPORT_WORDS } from './report-words.ts';

/** As Word names languages: spelling is checked in the one a text is written in. */
const LOCALES: Record<Language, string> = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
/** A4 with 2 cm around, in twentieths of a point. */
const [PAGE_WIDTH, PAGE_HEIGHT, MARGIN] = [11_906, 16_838, 1_134];
const INNER_WIDTH = PAGE_WIDTH - 2 * MARGIN;
/** Pixels of 96 to the inch. */
const PICTURE_WIDTH = Math.floor((INNER_WIDTH / 1_440) * 96);
/** A board may fill its page, so that its notes can be read; what was brought leaves room for what is said about it. */
const [BOARD_HEIGHT, BROUGHT_HEIGHT] = [800, 440];
/** Rows of a table that a page is not to part, where there is room. */
const ROWS_TOGETHER = 10;
const INK_SOFT = '4C545C';
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B8C0C7' };
const BULLETS = 'bullets';

/** A report as a Word document: real headings, lists and tables, pictures with words for those who can't see them, and its language said. */
export async function toDocx({ language, title, second, lines, source, blocks }: PlainDocument): Promise<Buffer> {
  const words = REPORT_WORDS[language];
  const children: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
    ...second.map(({ text, language: of }) => new Paragraph({ style: 'Soft', children: [run(text, { size: 28, language: { value: LOCALES[of] } })] })),
    ...lines.map((line) => new Paragraph({ style: 'Soft', children: [run(line)] })),
  ];
  for (const block of blocks) children.push(...(await blockOf(block)));
  const document = new Document({
    title: xmlText(title), subject: words.report, creator: 'Spolupracovňa', description: lines.map(xmlText).join(' '),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: LOCALES[language] } }, paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } } },
        title: { run: { size: 44, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: { run: { size: 30, bold: true, color: '1F2429' }, paragraph: { spacing: { before: 360, after: 120 }, keepNext: true, outlineLevel: 0 } },
        heading2: { run: { size: 24, bold: true, color: '1F2429' }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true, outlineLevel: 1 } },
      },
      paragraphStyles: [
        { id: 'Soft', name: 'Soft', basedOn: 'Normal', run: { color: INK_SOFT } },
        // of the paragraph: LibreOffice sets the number of a page in no other way than the paragraph says
        { id: 'Margin', name: 'Margin', basedOn: 'Soft', run: { size: 18 } },
        { id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', run: { bold: true }, paragraph: { keepNext: true, spacing: { before: 120, after: 60 } } },
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', quickFormat: true, run: { italics: true }, paragraph: { indent: { left: 400 }, border: { left: { ...LINE, size: 18, space: 12 } } } },
      ],
    },
    numbering: {
      config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 240 }, spacing: { after: 40 } } } }] }],
    },
    sections: [{
      properties: { page: { size: { width: PAGE_WIDTH, height: PAGE_HEIGHT }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      headers: { default: new Header({ children: [new Paragraph({ style: 'Margin', children: [run(source)] })] }) },
      footers: {
        default: new Footer({
          children: [new Paragraph({
            style: 'Margin', tabStops: [{ type: TabStopType.RIGHT, position: INNER_WIDTH }],
            children: [run('Spolupracovňa'), new TextRun({ children: ['\t', `${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES] })],
          })],
        }),
      },
      children,
    }],
  });
  return Packer.toBuffer(document);
}

async function blockOf({ title, parts }: PlainBlock): Promise<(Paragraph | Table)[]> {
  const children: (Paragraph | Table)[] = title === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] })];
  // when and how long, right under a heading, is no end of a page
  for (const [i, part] of parts.entries()) children.push(...(await partOf(part, title !== null && i === 0 && parts.length > 1)));
  return children;
}

async function partOf(part: PlainPart, leads: boolean): Promise<(Paragraph | Table)[]> {
  switch (part.kind) {
    case 'heading': return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(part.text)] })];
    case 'paragraph': {
      const { text, look, language } = part;
      const isStrong = look === 'strong';
      return [new Paragraph({
        ...(look === 'soft' && { style: 'Soft' }), ...(isStrong && { spacing: { before: 200, after: 60 } }), keepNext: isStrong || leads,
        children: lined(text, { ...(isStrong && { bold: true }), ...(language && { language: { value: LOCALES[language] } }) }),
      })];
    }
    case 'list': return part.items.map((item) => bullet({ children: lined(item) }));
    case 'notes': return part.notes.map(({ text, language, author, translations }) => bullet({ children: [...lined(text, { language: { value: LOCALES[language] } }), ...signed(author), ...translated(translations, part.translated)] }));
    case 'quote': return [new Paragraph({ style: 'Quote', children: [...lined(part.text, { language: { value: LOCALES[part.language] } }), ...signed(part.author), ...translated(part.translations, part.translated)] })];
    case 'table': return [...(part.caption === null ? [] : [new Paragraph({ style: 'Caption', children: [run(part.caption)] })]), tableOf(part), new Paragraph({ spacing: { after: 60 } })];
    case 'picture': {
      const { width, height } = await sizeOf(part.bytes);
      const scale = Math.min(PICTURE_WIDTH / width, (part.isBoard ? BOARD_HEIGHT : BROUGHT_HEIGHT) / height, 1);
      const altText = { name: part.alt, title: part.alt, description: part.alt };
      const picture = new Paragraph({ keepNext: Boolean(part.caption), children: [new ImageRun({ type: part.type, data: part.bytes, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText })] });
      return part.caption ? [picture, new Paragraph({ style: 'Soft', children: [run(part.caption)] })] : [picture];
    }
  }
}

function tableOf({ columns, rows }: Extract<PlainPart, { kind: 'table' }>): Table {
  const numeric = columns.filter((column) => column.numeric).length;
  // numbers need little room, what people wrote the rest
  const narrow = Math.min(1_600, Math.floor(INNER_WIDTH / columns.length));
  const wide = Math.floor((INNER_WIDTH - narrow * numeric) / Math.max(1, columns.length - numeric));
  const widths = columns.map((column) => (column.numeric ? narrow : wide));
  const isShort = rows.length <= ROWS_TOGETHER;
  const cell = (text: string, i: number, isLast: boolean, look: IRunOptions = {}) =>
    new TableCell({
      width: { size: widths[i] ?? wide, type: WidthType.DXA },
      children: [new Paragraph({ spacing: { after: 0 }, keepNext: isShort && !isLast, ...(columns[i]?.numeric && { alignment: AlignmentType.RIGHT }), children: lined(text, look) })],
    });
  return new Table({
    width: { size: INNER_WIDTH, type: WidthType.DXA }, columnWidths: widths,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, i) => cell(title, i, rows.length === 0, { bold: true })) }),
      ...rows.map((row, at) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, at === rows.length - 1)) })),
    ],
  });
}

const run = (text: string, look: IRunOptions = {}) => new TextRun({ ...look, text: xmlText(text) });
/** Lines stay lines. */
const lined = (text: string, look: IRunOptions = {}) => text.split('\n').map((line, i) => new TextRun({ ...look, text: xmlText(line), ...(i > 0 && { break: 1 }) }));
const signed = (author: string | null) => (author === null ? [] : [run(` (${author})`, { color: INK_SOFT })]);
/** Under the words themselves, and said to be no words of their author's. */
const translated = (translations: readonly Translation[] = [], sign = '') => translations.flatMap(({ text, language }) => [
  new TextRun({ break: 1 }), ...lined(text, { color: INK_SOFT, language: { value: LOCALES[language] } }), run(` (${sign})`, { color: INK_SOFT }),
]);
const bullet = (options: IParagraphOptions) => new Paragraph({ ...options, numbering: { reference: BULLETS, level: 0 } });
