import { fitText, type FittedText, type Measure } from '@spolu/board/drawing/fit-text';

const REMEMBERED = 12_000;

/** Fits texts and remembers both words and results: a board shows the same notes again and again. */
export class TextFitter {
  readonly #width: Measure;
  readonly #words = new Map<string, number>();
  readonly #fitted = new Map<string, FittedText>();

  constructor(width: Measure) {
    this.#width = width;
  }

  fit(text: string, width: number, height: number): FittedText {
    const key = `${width}x${height} ${text}`;
    const known = this.#fitted.get(key);
    if (known) return known;
    if (this.#fitted.size > REMEMBERED) this.#fitted.clear();
    const fitted = fitText(text, width, height, this.#measure);
    this.#fitted.set(key, fitted);
    return fitted;
  }

  /** After the web font has come: everything is measured anew. */
  forget(): void {
    this.#words.clear();
    this.#fitted.clear();
  }

  readonly #measure = (word: string): number => {
    let width = this.#words.get(word);
    if (width === undefined) {
      if (this.#words.size > REMEMBERED) this.#words.clear();
      width = this.#width(word);
      this.#words.set(word, width);
    }
    return width;
  };
}

/** Measures with the page's own type; half an em a letter where there is no canvas. */
export function canvasMeasure(fontFamily: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 8;
  return (text) => {
    context.font = `16px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
