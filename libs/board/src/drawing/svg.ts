import { FRAME_EDGE } from './colours.ts';
import type { Drawing, Drawn } from './drawing.ts';

export interface SvgOptions {
  title: string;
  language: string;
  /** Pictures by file id, as JPEG; one that is not there is an empty box with its words. */
  pictures?: ReadonlyMap<string, Uint8Array>;
}

/** A drawing as an SVG file: forms, words and pictures, nothing that runs, links or loads anything (SEC-52). */
export function toSvg({ x, y, width, height, background, items }: Drawing, { title, language, pictures = new Map() }: SvgOptions): string {
  const box = [x, y, width, height].map(number).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${number(width)}" height="${number(height)}" xml:lang="${escape(language)}" role="img">`,
    `<title>${escape(title)}</title>`,
    `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${background}"/>`,
    `<g font-family="'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Roboto, sans-serif">`,
    ...items.map((item) => toElement(item, pictures)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function toElement(item: Drawn, pictures: ReadonlyMap<string, Uint8Array>): string {
  switch (item.kind) {
    case 'box': {
      const line = item.line === null ? '' : ` stroke="${item.line}" stroke-width="${number(item.lineWidth)}"`;
      return `<rect x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}" rx="${number(item.radius)}" fill="${item.fill ?? 'none'}"${line}/>`;
    }
    case 'path': {
      const line = item.line === null ? '' : ` stroke="${item.line}" stroke-width="${number(item.lineWidth)}" stroke-linecap="round" stroke-linejoin="round"`;
      const opacity = item.opacity < 1 ? ` opacity="${item.opacity}"` : '';
      return `<path d="${escape(item.path)}" fill="${item.fill ?? 'none'}"${line}${opacity}/>`;
    }
    case 'picture': {
      const bytes = pictures.get(item.fileId);
      const box = `x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}"`;
      const alt = `<title>${escape(item.alt)}</title>`;
      if (!bytes) return `<rect ${box} fill="none" stroke="${FRAME_EDGE}" stroke-width="1">${alt}</rect>`;
      return `<image ${box} preserveAspectRatio="none" href="data:image/jpeg;base64,${base64(bytes)}">${alt}</image>`;
    }
    case 'words': {
      const weight = item.bold ? ' font-weight="600"' : '';
      const width = item.text.length > 1 ? ` textLength="${number(item.width)}" lengthAdjust="spacingAndGlyphs"` : '';
      return `<text x="${number(item.x)}" y="${number(item.y)}" font-size="${number(item.fontSize)}"${weight} fill="${item.colour}"${width} xml:space="preserve">${escape(item.text)}</text>`;
    }
  }
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}

const number = (value: number) => String(Math.round(value * 100) / 100);
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What XML can't hold, halves of emoji too, becomes the sign for it. */
const escape = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
