import { formPath, headPath, routePath } from '@spolu/board/drawing-paths';
import { PEN_WIDTH } from '@spolu/board/looks';
import { elbow, straight } from '@spolu/board/routes';
import type { Camera } from './camera.ts';
import type { Box } from './grid.ts';
import type { Look } from './tools.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What is being drawn and is not on the board yet, as it will be. */
export class Sketch {
  readonly #svg = document.createElementNS(SVG, 'svg');
  readonly #line = document.createElementNS(SVG, 'path');
  readonly #head = document.createElementNS(SVG, 'path');

  constructor(root: HTMLElement) {
    this.#svg.setAttribute('class', 'board-sketch');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#head.setAttribute('class', 'board-head');
    this.#svg.append(this.#line, this.#head);
    this.clear();
    root.append(this.#svg);
  }

  stroke(points: readonly number[], { colour, pen }: Look, camera: Camera): void {
    let path = '';
    for (let i = 0; i + 1 < points.length; i += 2) path += `${i === 0 ? 'M' : 'L'}${points[i] ?? 0} ${points[i + 1] ?? 0}`;
    this.#show(camera, colour, path, 'board-stroke');
    this.#line.setAttribute('stroke-width', `${PEN_WIDTH[pen]}`);
  }
  shape(box: Box, { colour, form }: Look, camera: Camera): void {
    this.#show(camera, colour, formPath(form, box), 'board-line');
  }
  connector(from: Box, to: Box, { colour, line, heads }: Look, camera: Camera): void {
    const route = line === 'elbow' ? elbow(from, to) : straight(from, to);
    this.#show(camera, colour, routePath(route), 'board-line');
    this.#head.setAttribute('d', heads === 'none' ? '' : headPath(route));
  }
  clear(): void {
    this.#svg.style.display = 'none';
  }
  destroy(): void {
    this.#svg.remove();
  }

  #show({ x, y, zoom }: Camera, colour: string, path: string, className: string): void {
    this.#svg.style.display = '';
    this.#svg.style.transform = `scale(${zoom}) translate(${-x}px, ${-y}px)`;
    this.#svg.dataset['line'] = colour;
    this.#line.setAttribute('class', className);
    this.#line.setAttribute('d', path);
    this.#line.removeAttribute('stroke-width');
    this.#head.setAttribute('d', '');
  }
}
