import { TALK_PAGE_LENGTH, type Talk } from '@spolu/contracts/board-talk';

/** What many say in a moment is told at once. */
const TICK_MS = 150;
const AGAIN_MS = 1_000;

export interface TalkNewsOptions {
  /** Those who come from now on read for themselves what was before. */
  told: number;
  since: (revision: number) => Promise<Talk[]>;
  tell: (talks: Talk[]) => void;
}

/** Tells those at a board how its talk stands, as the database has it: whoever changed it and at whichever server. */
export class TalkNews {
  readonly #options: TalkNewsOptions;
  #told: number;
  #timer: NodeJS.Timeout | null = null;
  #isLooking = false;
  #lookAgain = false;
  #closed = false;

  constructor(options: TalkNewsOptions) {
    this.#options = options;
    this.#told = options.told;
  }

  /** Something may have changed. */
  look(ms = TICK_MS): void {
    if (this.#closed) return;
    // What commits while it is being read may not be in it.
    if (this.#isLooking) this.#lookAgain = true;
    else this.#timer ??= setTimeout(() => void this.#look(), ms);
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #look(): Promise<void> {
    this.#timer = null;
    this.#isLooking = true;
    this.#lookAgain = false;
    let failed = false;
    try {
      const talks = await this.#options.since(this.#told);
      if (this.#closed) return;
      if (talks.length > 0) this.#options.tell(talks);
      this.#told = talks.at(-1)?.revision ?? this.#told;
      this.#lookAgain ||= talks.length === TALK_PAGE_LENGTH;
    } catch {
      // The database is away, which its own people say; it is asked until it is back.
      failed = true;
    } finally {
      this.#isLooking = false;
    }
    if (failed) this.look(AGAIN_MS);
    else if (this.#lookAgain) this.look();
  }
}
