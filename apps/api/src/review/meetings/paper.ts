import type { Language } from '@spolu/contracts/common';
import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';

/** A line of a paper: a heading, or words. */
export interface PaperPart {
  heading: boolean;
  text: string;
}
export interface Paper {
  title: string;
  town: string;
  language: Language;
  parts: readonly PaperPart[];
}

const TAGS: Record<Language, string> = { sk: 'sk-SK', cs: 'cs-CZ', en: 'en-GB', uk: 'uk-UA' };
/** Twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;

/** Minutes as they are written by hand: a line that begins with # is a heading. */
export const partsOf = (text: string): PaperPart[] =>
  text.split('\n').map((line) => (line.startsWith('#') ? { heading: true, text: line.replace(/^#+\s*/, '') } : { heading: false, text: line }));

/** Minutes or an opinion as a Word document: real headings, and the language of its words said. */
export function paperDocument({ title, town, language, parts }: Paper): Promise<Buffer> {
  // XML knows no other control characters than these
  const plain = (text: string) => text.replace(/[^\P{Cc}\t]/gu, '');
  const document = new Document({
    creator: plain(town),
    title: plain(title),
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: TAGS[language] } }, paragraph: { spacing: { after: 100, line: 276 } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading1: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
      },
    },
    sections: [{
      properties: { page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: {
        default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 18, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })] })] }),
      },
      children: [
        new Paragraph({ children: [new TextRun({ text: plain(town), size: 20 })] }),
        new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(plain(title))] }),
        ...parts.map(({ heading, text }) => new Paragraph({ ...(heading && { heading: HeadingLevel.HEADING_1 }), children: [new TextRun(plain(text))] })),
      ],
    }],
  });
  return Packer.toBuffer(document);
}
