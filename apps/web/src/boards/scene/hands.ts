import type { BoardActions } from '../board-actions.ts';
import { BoardKeys, type KeyEcho } from './board-keys.ts';
import type { BoardView } from './board-view.ts';
import { Gestures, type BoardRequests, type HandSignals } from './gestures.ts';

/** Mouse, pen, fingers and keys on a drawn board: what the first picture does without, so it comes right after it. */
export class Hands {
  readonly gestures: Gestures;
  readonly #keys: BoardKeys;

  constructor(view: BoardView, actions: BoardActions, ask: BoardRequests, hand: HandSignals, echo: KeyEcho) {
    this.gestures = new Gestures(view, actions, ask, hand);
    this.#keys = new BoardKeys(view, actions, this.gestures, ask, echo);
  }

  destroy(): void {
    this.#keys.destroy();
    this.gestures.destroy();
  }
}
