import type { Drawing, Drawn } from '@spolu/board/drawing/drawing';
import type { Paper } from '@spolu/contracts/board-files';
import type { Language } from '@spolu/contracts/common';
import { type Type, typefaces } from './type.ts';
import { FILE_WORDS } from './words.ts';

/** Points, upright. */
const SHEETS: Record<Paper, [number, number]> = { a4: [595.28, 841.89], a3: [841.89, 1190.55], a1: [1683.78, 2383.94] };
/** The text around the drawing grows with the sheet, so that a poster's title is a poster's. */
const GROWS: Record<Paper, number> = { a4: 1, a3: 1.2, a1: 2.4 };
const MARGIN = 28;
const INK = '#1f2429';
const INK_SOFT = '#4c545c';
/** Nothing is drawn larger than this: three notes should not fill a poster each. */
const SCALE_MAX = 1.6;
/** So much is drawn before others have their turn: boards must not wait for paper. */
const ITEMS_AT_ONCE = 400;

export interface PdfPage {
  /** Beside the title, the frame's. */
  subtitle: string;
  drawing: Drawing;
}
export interface PdfOptions {
  title: string;
  /** Where it comes from and of which day: the last line of each page. */
  source: string;
  language: Language;
  paper: Paper;
  regular: Type;
  bold: Type;
  /** By file id, as JPEG. */
  pictures: ReadonlyMap<string, Buffer>;
}

/** Drawings on paper, each on its own page: words stay words. The library is given bytes alone; it opens no file and no address (SEC-54). */
export async function toPdf(pages: readonly PdfPage[], options: PdfOptions): Promise<Buffer> {
  const { title, source, language } = options;
  const { default: PdfDocument } = await import('pdfkit');
  const faces = typefaces();
  const document = new PdfDocument({
    autoFirstPage: false, margin: 0, lang: language, displayTitle: true, pdfVersion: '1.7', font: faces.regular as unknown as string,
    info: { Title: title, Subject: source, Creator: 'Spolupracovňa', Producer: 'Spolupracovňa' },
  });
  document.registerFont('regular', faces.regular).registerFont('bold', faces.bold);
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
  });
  for (const [i, page] of pages.entries()) await addPage(document, page, { ...options, pageWords: FILE_WORDS[language].page(i + 1, pages.length) });
  document.end();
  return done;
}

async function addPage(document: PDFKit.PDFDocument, { subtitle, drawing }: PdfPage, options: PdfOptions & { pageWords: string }): Promise<void> {
  const { paper, title, source, pageWords, regular, bold } = options;
  const [short, long] = SHEETS[paper];
  const [width, height] = drawing.width > drawing.height ? [long, short] : [short, long];
  document.addPage({ size: [width, height], margin: 0 });
  const grows = GROWS[paper];
  const [margin, large, small] = [MARGIN * grows, 15 * grows, 8.5 * grows];
  const inner = width - 2 * margin;
  const write = (text: string, x: number, y: number, size: number, type: Type, colour: string) =>
    document.font(type === bold ? 'bold' : 'regular').fontSize(size).fillColor(colour).text(type.writable(text), x, y, { lineBreak: false, baseline: 'alphabetic' });
  const cut = (text: string, size: number, room: number, type: Type) => cutTo(text, room / size, type);

  const heading = cut(title, large, inner, bold);
  write(heading, margin, margin + large, large, bold, INK);
  const after = margin + (bold.measure(heading) / 16) * large + large;
  if (subtitle !== '' && after < width - margin - 4 * large) write(cut(subtitle, large, width - margin - after, regular), after, margin + large, large, regular, INK_SOFT);
  const foot = height - margin;
  const pageWidth = (regular.measure(pageWords) / 16) * small;
  write(cut(source, small, inner - pageWidth - 2 * small, regular), margin, foot, small, regular, INK_SOFT);
  write(pageWords, width - margin - pageWidth, foot, small, regular, INK_SOFT);

  const top = margin + large * 1.8;
  const room = { width: inner, height: foot - small * 2 - top };
  const scale = Math.min(room.width / drawing.width, room.height / drawing.height, SCALE_MAX * grows);
  const left = margin + (room.width - drawing.width * scale) / 2;
  document.save();
  document.rect(left, top, drawing.width * scale, drawing.height * scale).clip();
  document.translate(left, top).scale(scale).translate(-drawing.x, -drawing.y);
  document.rect(drawing.x, drawing.y, drawing.width, drawing.height).fill(drawing.background);
  for (const [i, item] of drawing.items.entries()) {
    draw(document, item, options);
    if (i % ITEMS_AT_ONCE === ITEMS_AT_ONCE - 1) await new Promise((turn) => setImmediate(turn));
  }
  document.restore();
}

function draw(document: PDFKit.PDFDocument, item: Drawn, { regular, bold, pictures }: Pick<PdfOptions, 'regular' | 'bold' | 'pictures'>): void {
  switch (item.kind) {
    case 'box':
      document.roundedRect(item.x, item.y, item.width, item.height, item.radius);
      paint(document, item);
      return;
    case 'path':
      document.save().opacity(item.opacity).lineCap('round').lineJoin('round').path(item.path);
      paint(document, item);
      document.restore();
      return;
    case 'picture': {
      const bytes = pictures.get(item.fileId);
      const { x, y, width, height } = item;
      if (bytes) document.image(bytes, x, y, { width, height });
      else document.rect(x, y, width, height).lineWidth(1).stroke(INK_SOFT);
      return;
    }
    case 'words':
      document.font(item.bold ? 'bold' : 'regular').fontSize(item.fontSize).fillColor(item.colour)
        .text((item.bold ? bold : regular).writable(item.text), item.x, item.y, { lineBreak: false, baseline: 'alphabetic' });
  }
}

function paint(document: PDFKit.PDFDocument, { fill, line, lineWidth }: { fill: string | null; line: string | null; lineWidth: number }): void {
  if (line !== null) document.lineWidth(lineWidth);
  if (fill !== null && line !== null) document.fillAndStroke(fill, line);
  else if (fill !== null) document.fill(fill);
  else if (line !== null) document.stroke(line);
}

/** @param room in letters' heights */
function cutTo(text: string, room: number, { measure }: Type): string {
  if (measure(text) / 16 <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 0 && measure(`${letters.join('')}…`) / 16 > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
