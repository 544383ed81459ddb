import { type OwnPace, PACE_MINUTES, PACE_PEOPLE_MIN, type Pace, type PaceCounts } from '@spolu/contracts/pace';

const FADE_MS = PACE_MINUTES * 60_000;

/** What people said of the pace in one activity, or between two. */
interface Page {
  activityId: string | null;
  said: Map<string, { pace: Pace; at: number }>;
  /** As the staff were told last. */
  told: PaceCounts | null;
}

/**
 * What people say of the pace, in memory alone: no row, no file and no log leads to whoever felt lost. The staff are told counts, from five people on, and
 * at fixed steps, so that no change of a number can be matched with somebody who just took up her phone.
 */
export class PaceBook {
  readonly #pages = new Map<string, Page>();

  say(sessionId: string, activityId: string | null, participantId: string, pace: Pace | null, now: Date): void {
    const page = this.#page(sessionId, activityId);
    if (pace === null) page.said.delete(participantId);
    else page.said.set(participantId, { pace, at: now.getTime() });
  }

  own(sessionId: string, activityId: string | null, participantId: string, now: Date): OwnPace {
    const page = this.#pages.get(sessionId);
    const said = page?.activityId === activityId ? page.said.get(participantId) : undefined;
    const left = said ? said.at + FADE_MS - now.getTime() : 0;
    return said && left > 0 ? { pace: said.pace, fadesInMs: left } : { pace: null, fadesInMs: null };
  }

  /** Null: fewer than five people say anything, or another activity runs by now. */
  told(sessionId: string, activityId: string | null): PaceCounts | null {
    const page = this.#pages.get(sessionId);
    return page?.activityId === activityId ? page.told : null;
  }

  /** Counts anew what holds now. @returns whether what is told changed, and whether anything is left to follow */
  step(sessionId: string, now: Date): { changed: boolean; empty: boolean } {
    const page = this.#pages.get(sessionId);
    if (!page) return { changed: false, empty: true };
    const before = JSON.stringify(page.told);
    const counts: PaceCounts = { 'too-fast': 0, lost: 0, fine: 0 };
    for (const [participantId, { pace, at }] of page.said) {
      if (now.getTime() - at >= FADE_MS) page.said.delete(participantId);
      else counts[pace] += 1;
    }
    page.told = page.said.size >= PACE_PEOPLE_MIN ? counts : null;
    const empty = page.said.size === 0;
    if (empty) this.#pages.delete(sessionId);
    return { changed: JSON.stringify(page.told) !== before, empty };
  }

  #page(sessionId: string, activityId: string | null): Page {
    const known = this.#pages.get(sessionId);
    if (known?.activityId === activityId) return known;
    const page: Page = { activityId, said: new Map(), told: null };
    this.#pages.set(sessionId, page);
    return page;
  }
}
