import type { Drawing, Drawn } from '@spolu/board/drawing/drawing';
import type { Type } from '../exchange/type.ts';

/**
 * A drawing as an SVG whose words are outlines: it looks the same wherever it is painted, also on a server that has no typeface at all. For painting only;
 * files for people keep words as words.
 */
export function toOutlines({ x, y, width, height, background, items }: Drawing, { regular, bold, pictures, scale: size }: { regular: Type; bold: Type; pictures: ReadonlyMap<string, Buffer>; scale: number }): string {
  const letters = new Map<string, string>();
  const use = (item: Extract<Drawn, { kind: 'words' }>): string => {
    const type = item.bold ? bold : regular;
    let at = item.x;
    const drawn = Array.from(item.text, (letter) => {
      const { id, path, advance, unitsPerEm } = type.outline(letter);
      const scale = item.fontSize / unitsPerEm;
      const key = `${item.bold ? 'b' : 'r'}${id}`;
      if (path !== '') letters.set(key, path);
      const place = path === '' ? '' : `<use href="#${key}" transform="translate(${number(at)} ${number(item.y)}) scale(${number(scale, 5)} ${number(-scale, 5)})"/>`;
      at += advance * scale;
      return place;
    }).join('');
    return `<g fill="${item.colour}">${drawn}</g>`;
  };
  const painted = items.map((item): string => {
    switch (item.kind) {
      case 'words': return use(item);
      case 'box': return `<rect x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}" rx="${number(item.radius)}" fill="${item.fill ?? 'none'}"${stroke(item)}/>`;
      case 'path': return `<path d="${item.path}" fill="${item.fill ?? 'none'}"${stroke(item)} stroke-linecap="round" stroke-linejoin="round" opacity="${item.opacity}"/>`;
      case 'picture': {
        const bytes = pictures.get(item.fileId);
        const box = `x="${number(item.x)}" y="${number(item.y)}" width="${number(item.width)}" height="${number(item.height)}"`;
        return bytes ? `<image ${box} preserveAspectRatio="none" href="data:image/jpeg;base64,${bytes.toString('base64')}"/>` : `<rect ${box} fill="none" stroke="#4c545c"/>`;
      }
    }
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map((value) => number(value)).join(' ')}" width="${Math.round(width * size)}" height="${Math.round(height * size)}">`,
    '<defs>',
    ...[...letters].map(([id, path]) => `<path id="${id}" d="${path}"/>`),
    '</defs>',
    `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${background}"/>`,
    ...painted,
    '</svg>',
  ].join('');
}

const stroke = ({ line, lineWidth }: { line: string | null; lineWidth: number }) => (line === null ? '' : ` stroke="${line}" stroke-width="${number(lineWidth)}"`);
const number = (value: number, digits = 2) => String(Number(value.toFixed(digits)));
