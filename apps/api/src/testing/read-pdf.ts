import { inflateSync } from 'node:zlib';

export interface ReadPdf {
  pageCount: number;
  /** Width and height of each page in points. */
  sheets: [number, number][];
  /** All that is written, as somebody would copy it: a piece is what was drawn at once. */
  words: string[];
  fonts: string[];
  text: string;
}

/** Reads a file as pdfkit writes them: one object after another, fonts with their map to Unicode. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(id!, body!);
  const streamOf = (body: string): string => {
    const [, raw] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
    if (raw === undefined) return '';
    return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
  };
  const maps = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, unicode] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '') ?? [];
      if (unicode) maps.set(name!, letters(streamOf(objects.get(unicode) ?? '')));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(`${body}\n`));
  const words: string[] = [];
  for (const page of pages) {
    const [, id] = /\/Contents (\d+) 0 R/.exec(page) ?? [];
    let font = '';
    for (const [, name, run] of streamOf(objects.get(id ?? '') ?? '').matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)) {
      if (name) font = name;
      else words.push([...(run ?? '').matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex!.match(/.{4}/g) ?? []).map((glyph) => maps.get(font)?.get(glyph) ?? '?').join(''));
    }
  }
  const sheets = pages.map((page): [number, number] => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? [];
    return [Number(width), Number(height)];
  });
  const fonts = [...new Set([...file.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name!))];
  return { pageCount: pages.length, sheets, words, fonts, text: words.join('\n') };
}

/** What each glyph of a font stands for. */
function letters(map: string): Map<string, string> {
  const found = new Map<string, string>();
  const textOf = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, list] of block!.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex], i) => found.set((parseInt(from!, 16) + i).toString(16).padStart(4, '0'), textOf(hex!.replace(/ /g, ''))));
    }
  }
  return found;
}
