import { Injectable } from '@nestjs/common';
import { Problem } from '@spolu/contracts/problems';
import { Viewers } from '../http/viewer.ts';
import type { BoardHub } from './board-hub.ts';
import { boardRoleOf } from './board-rights.ts';
import type { Seat } from './seat.ts';

/** A seat with what is needed to look at its right again. */
export interface Seated {
  seat: Seat;
  hub: BoardHub;
  signInId: string;
}

/** Everybody who sits at a board of this process. */
@Injectable()
export class BoardSeats {
  readonly #seats = new Set<Seated>();

  constructor(private readonly viewers: Viewers) {}

  add(seated: Seated): void {
    this.#seats.add(seated);
  }
  delete(seated: Seated): void {
    this.#seats.delete(seated);
  }

  /** Reads anew who these people are and puts out whoever has no right any more (SEC-07). */
  async refresh(which: (seated: Seated) => boolean): Promise<void> {
    for (const seated of [...this.#seats].filter(which)) {
      const { seat, hub, signInId } = seated;
      if (seat.left) {
        this.#seats.delete(seated);
        continue;
      }
      const role = boardRoleOf(await this.viewers.viewerOf(signInId), hub.rule);
      if (role) hub.setRole(seat, role);
      else {
        hub.end(seat, new Problem('not-found'));
        this.#seats.delete(seated);
      }
    }
  }
}
