/** As many as are kept decoded; a phone can't hold every picture of a large board. */
const KEPT_MAX = 40;

/** The small copies of a board's pictures, fetched when they are first seen from afar. */
export class FarImages {
  readonly #addressOf: (fileId: string) => string;
  readonly #arrived: () => void;
  /** Least recently asked for first; null: there is none. */
  readonly #images = new Map<string, HTMLImageElement | null>();
  #ended = false;

  /** @param arrived called when one that was asked for can be painted */
  constructor(addressOf: (fileId: string) => string, arrived: () => void) {
    this.#addressOf = addressOf;
    this.#arrived = arrived;
  }

  /** Null while it is on its way, and where it can't be had. */
  of(fileId: string): HTMLImageElement | null {
    const known = this.#images.get(fileId);
    if (known === undefined) {
      void this.#fetch(fileId);
      return null;
    }
    this.#keep(fileId, known);
    return known?.complete && known.naturalWidth > 0 ? known : null;
  }

  destroy(): void {
    this.#ended = true;
    this.#images.clear();
  }

  async #fetch(fileId: string): Promise<void> {
    const image = new Image();
    this.#keep(fileId, image);
    image.src = `${this.#addressOf(fileId)}?size=small`;
    try {
      await image.decode();
      if (!this.#ended && this.#images.has(fileId)) this.#arrived();
    } catch {
      // Gone, or no network: its frame stands for it, and a later visit asks again.
      if (!this.#ended) this.#images.set(fileId, null);
    }
  }

  #keep(fileId: string, image: HTMLImageElement | null): void {
    this.#images.delete(fileId);
    this.#images.set(fileId, image);
    for (const [oldest] of this.#images) {
      if (this.#images.size <= KEPT_MAX) return;
      this.#images.delete(oldest);
    }
  }
}
