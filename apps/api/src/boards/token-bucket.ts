/** How much somebody may send: so many at once, filled up again at so many a second. */
export class TokenBucket {
  readonly #size: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(size: number, perSecond: number, now: number) {
    this.#size = size;
    this.#perSecond = perSecond;
    this.#left = size;
    this.#at = now;
  }

  /** @param now milliseconds by a clock that only goes on */
  take(count: number, now: number): boolean {
    this.#left = Math.min(this.#size, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (count > this.#left) return false;
    this.#left -= count;
    return true;
  }
}
