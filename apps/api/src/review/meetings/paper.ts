import type { Language } from '@spolu/contracts/common';
import { AlignmentType, BorderStyle, Document, Footer, HeadingLevel, LineRuleType, Packer, PageNumber, Paragraph, Table, TableBorders, TableCell, TableRow, TextRun, WidthType } from 'docx';

/** A line of a paper: a heading, or words. */
export interface PaperPart {
  look: 'heading' | 'strong' | 'plain';
  text: string;
}
export interface Paper {
  title: string;
  town: string;
  language: Language;
  /** What stands under the title, each with what it is. */
  facts?: readonly (readonly [what: string, text: string])[];
  parts: readonly PaperPart[];
  /** Where it is signed: the line above, and who signs. */
  signatures?: { above: string; who: readonly string[] };
}

const TAGS: Record<Language, string> = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
/** Twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;

/** Minutes as they are written by hand: a line that begins with # is a heading. */
export const partsOf = (text: string): PaperPart[] =>
  text.split('\n').map((line) => (line.startsWith('#') ? { look: 'heading', text: line.replace(/^#+\s*/, '') } : { look: 'plain', text: line }));

/** XML knows no other control characters than these. */
const plain = (text: string) => text.replace(/[^\P{Cc}\t]/gu, '');

/** Minutes or an opinion as a Word document: real headings, and the language of its words said. */
export function paperDocument({ title, town, language, facts = [], parts, signatures }: Paper): Promise<Buffer> {
  // hands do not sign a page on which nothing else stands
  const lastItem = signatures ? parts.findLastIndex(({ look }) => look === 'heading') : parts.length;
  const document = new Document({
    creator: plain(town),
    title: plain(title),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: TAGS[language] } },
          // without the rule LibreOffice takes the height for a fixed one, and a title of two lines lies over itself
          paragraph: { spacing: { after: 100, line: 276, lineRule: LineRuleType.AUTO } },
        },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true, outlineLevel: 0 } },
      },
      // of the paragraph: LibreOffice sets the number of a page in no other way than the paragraph says
      paragraphStyles: [{ id: 'Margin', name: 'Margin', basedOn: 'Normal', run: { size: 18 } }],
    },
    sections: [{
      properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: {
        default: new Footer({ children: [new Paragraph({ style: 'Margin', alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }),
      },
      children: [
        new Paragraph({ children: [new TextRun({ text: plain(town), size: 20 })] }),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(title))] }),
        ...facts.map(([what, text]) => new Paragraph({ spacing: { after: 40 }, children: [new TextRun({ text: `${plain(what)}: `, bold: true }), new TextRun(plain(text))] })),
        ...parts.map(({ look, text }, i) => new Paragraph({ ...(look === 'heading' && { heading: HeadingLevel.HEADING_1 }), keepNext: i >= lastItem, children: [new TextRun({ text: plain(text), ...(look === 'strong' && { bold: true }) })] })),
        ...(signatures ? signed(signatures) : []),
      ],
    }],
  });
  return Packer.toBuffer(document);
}

/** A line for each hand, never parted from what stands above. */
function signed({ above, who }: NonNullable<Paper['signatures']>): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const width = Math.floor((A4.width - 2 * MARGIN) / who.length);
  const cell = (text: string) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 200, right: 200 },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 1_000 }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'auto', space: 4 } }, children: [new TextRun(plain(text))] }),
      ],
    });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 480 }, children: [new TextRun(plain(above))] }),
    new Table({
      columnWidths: who.map(() => width),
      width: { size: width * who.length, type: WidthType.DXA },
      borders: { ...TableBorders.NONE, insideHorizontal: none, insideVertical: none },
      rows: [new TableRow({ cantSplit: true, children: who.map(cell) })],
    }),
  ];
}
