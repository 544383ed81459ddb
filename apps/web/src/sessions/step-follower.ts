import type { BoardView } from '../boards/scene/board-view.ts';

type View = Pick<BoardView, 'camera' | 'firstCamera' | 'showFrames' | 'root'> & { scene: Pick<BoardView['scene'], 'boxOf' | 'onChange'> };

/** Takes a view along from activity to activity until somebody moves it herself or is led: from then on she looks where she wants. */
export class StepFollower {
  #view: View | null = null;
  /** Where the view was put without anybody's hand; null: where its first look went. */
  #own: View['camera'] | null = null;
  /** What was shown last: a view that is drawn anew, or an activity that goes on, is not moved again. */
  #shown: string | null = null;

  /** Gives what ends it. */
  attach(view: View): () => void {
    this.#view = view;
    return () => {
      // drawn anew it begins where it was left
      this.#own = this.#isUntouched(view) ? view.camera : null;
      this.#view = null;
    };
  }

  #isUntouched = (view: View) => view.camera === (this.#own ?? view.firstCamera);

  /** Shows an activity's frames, as soon as they lie on the board. Gives what ends the waiting for them. */
  show(activityId: string, frameIds: readonly string[]): (() => void) | undefined {
    const view = this.#view;
    if (!view || this.#shown === activityId) return undefined;
    const isThere = () => frameIds.every((id) => view.scene.boxOf({ kind: 'frame', id }));
    const go = () => {
      this.#shown = activityId;
      if (!this.#isUntouched(view) || isAtWork(view.root)) return;
      view.showFrames(frameIds);
      this.#own = view.camera;
    };
    if (isThere()) {
      go();
      return undefined;
    }
    const stop = view.scene.onChange(() => {
      if (!isThere()) return;
      stop();
      go();
    });
    return stop;
  }
}

/** Somebody writes on the board or stands on something on it: it does not go away under her. */
function isAtWork(root: HTMLElement): boolean {
  const at = document.activeElement;
  if (!at || at === root) return false;
  return root.contains(at) || (at.matches('textarea, input, [contenteditable]') && root.parentElement?.contains(at) === true);
}
