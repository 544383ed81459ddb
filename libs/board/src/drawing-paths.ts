import type { Box } from './boxes.ts';
import type { ShapeForm } from './looks.ts';
import type { Place } from './shape.ts';

/* How drawings look as SVG path data, for screens and for what is exported alike. */

const at = (x: number, y: number) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const polygon = (...corners: string[]) => `M${corners.join('L')}Z`;

/** The outline of a shape that fills this box. */
export function formPath(form: ShapeForm, { x, y, width, height }: Box): string {
  const [right, bottom, middle, half] = [x + width, y + height, x + width / 2, y + height / 2];
  switch (form) {
    case 'rectangle': return polygon(at(x, y), at(right, y), at(right, bottom), at(x, bottom));
    case 'rounded': return roundedPath({ x, y, width, height }, Math.min(24, width / 4, height / 4));
    case 'ellipse': return `M${at(x, half)}A${at(width / 2, height / 2)} 0 1 1 ${at(right, half)}A${at(width / 2, height / 2)} 0 1 1 ${at(x, half)}Z`;
    case 'diamond': return polygon(at(middle, y), at(right, half), at(middle, bottom), at(x, half));
    case 'triangle': return polygon(at(middle, y), at(right, bottom), at(x, bottom));
    case 'hexagon': {
      const cut = Math.min(width / 4, height / 2);
      return polygon(at(x + cut, y), at(right - cut, y), at(right, half), at(right - cut, bottom), at(x + cut, bottom), at(x, half));
    }
    case 'arrow': {
      const neck = right - Math.min(width / 2, height * 0.6);
      const [upper, lower] = [y + height / 4, bottom - height / 4];
      return polygon(at(x, upper), at(neck, upper), at(neck, y), at(right, half), at(neck, bottom), at(neck, lower), at(x, lower));
    }
    case 'speech': {
      const tail = Math.min(28, height / 4);
      const floor = bottom - tail;
      return polygon(at(x, y), at(right, y), at(right, floor), at(x + width * 0.4, floor), at(x + width * 0.2, bottom), at(x + width * 0.22, floor), at(x, floor));
    }
  }
}

function roundedPath({ x, y, width, height }: Box, radius: number): string {
  const corner = (toX: number, toY: number) => `A${at(radius, radius)} 0 0 1 ${at(toX, toY)}`;
  const [right, bottom] = [x + width, y + height];
  return `M${at(x + radius, y)}L${at(right - radius, y)}${corner(right, y + radius)}L${at(right, bottom - radius)}${corner(right - radius, bottom)}L${at(x + radius, bottom)}${corner(x, bottom - radius)}L${at(x, y + radius)}${corner(x + radius, y)}Z`;
}

/** A hand-drawn line from this corner: through the middles between its points, so that it runs smoothly. A single point is a dot. */
export function strokePath(points: readonly number[], { x, y }: Place): string {
  const point = (i: number): [number, number] => [x + (points[2 * i] ?? 0), y + (points[2 * i + 1] ?? 0)];
  const count = points.length / 2;
  if (count <= 1) return `M${at(...point(0))}l0.1 0`;
  let path = `M${at(...point(0))}`;
  for (let i = 1; i < count - 1; i++) {
    const [here, next] = [point(i), point(i + 1)];
    path += `Q${at(...here)} ${at((here[0] + next[0]) / 2, (here[1] + next[1]) / 2)}`;
  }
  return `${path}L${at(...point(count - 1))}`;
}

export const routePath = (route: readonly Place[]): string => `M${route.map(({ x, y }) => at(x, y)).join('L')}`;

const HEAD_LENGTH = 16;
const HEAD_WIDTH = 7;

/** An arrow's head with its tip at the end of a route, pointing as the route arrives there. */
export function headPath(route: readonly Place[]): string {
  const [tip, before] = [route.at(-1), route.findLast(({ x, y }) => x !== route.at(-1)?.x || y !== route.at(-1)?.y)];
  if (!tip || !before) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [ux, uy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const back = { x: tip.x - ux * HEAD_LENGTH, y: tip.y - uy * HEAD_LENGTH };
  return polygon(at(tip.x, tip.y), at(back.x - uy * HEAD_WIDTH, back.y + ux * HEAD_WIDTH), at(back.x + uy * HEAD_WIDTH, back.y - ux * HEAD_WIDTH));
}

/** The middle of a route, where its words stand. */
export function middleOfRoute(route: readonly Place[]): Place {
  const lengths = route.slice(1).map((place, i) => Math.hypot(place.x - (route[i]?.x ?? 0), place.y - (route[i]?.y ?? 0)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [route[i], route[i + 1]];
    if (a && b && left <= length) return { x: a.x + ((b.x - a.x) * left) / (length || 1), y: a.y + ((b.y - a.y) * left) / (length || 1) };
    left -= length;
  }
  return route[0] ?? { x: 0, y: 0 };
}

/** A drop with its tip at the middle of the lower edge. */
export function pinPath({ x, y, width, height }: Box): string {
  const [middle, radius] = [x + width / 2, width / 2];
  return `M${middle} ${y + height}C${middle - radius * 0.4} ${y + height * 0.72} ${x} ${y + height * 0.62} ${x} ${y + radius}A${radius} ${radius} 0 1 1 ${x + width} ${y + radius}C${x + width} ${y + height * 0.62} ${middle + radius * 0.4} ${y + height * 0.72} ${middle} ${y + height}Z`;
}
