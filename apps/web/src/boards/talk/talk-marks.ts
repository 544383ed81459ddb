import type { OwnTalk } from '@spolu/contracts/board-talk';
import { REACTIONS } from '@spolu/contracts/plain';
import type { BoardView } from '../scene/board-view.ts';
import { viewOf } from '../scene/camera.ts';
import { overlaps, type Box } from '../scene/grid.ts';
import { isSomething, type BoardTalk } from './board-talk.ts';

/** Share of the view beyond each of its edges in which marks are drawn already. */
const OVERSCAN = 0.5;
/** Of a sign, as `talk.css` has it: its icon with what is around it, a digit, the room between two, and how far it hangs below the edge. */
const SIGN = { around: 38, digit: 9, gap: 4, above: 18 };

interface Mark {
  signs: HTMLElement[];
  talk: OwnTalk | null;
  place: string;
}

/**
 * A small mark at the corner of each thing that something is said about: how many comments, which reactions. In the layer of the things themselves, so
 * a pan moves it with them; only those near the view exist, and nothing in it clips, contains or transforms. For the eye and the pointer alone: who listens
 * hears it in the thing's name.
 */
export class TalkMarks {
  readonly #view: BoardView;
  readonly #talk: BoardTalk;
  readonly #marks = new Map<string, Mark>();
  readonly #ends: (() => void)[];
  #region: Box | null = null;

  constructor(view: BoardView, talk: BoardTalk, onOpen: (objectId: string) => void) {
    this.#view = view;
    this.#talk = talk;
    const { element } = view.layer;
    const press = (event: Event) => {
      const id = event.target instanceof Element ? event.target.closest<HTMLElement>('.board-mark')?.dataset['talkId'] : undefined;
      if (id === undefined) return;
      event.stopPropagation();
      if (event.type === 'click') onOpen(id);
    };
    // A press on a mark chooses and carries nothing.
    for (const type of ['pointerdown', 'pointerup', 'click', 'dblclick']) element.addEventListener(type, press);
    this.#ends = [
      () => {
        for (const type of ['pointerdown', 'pointerup', 'click', 'dblclick']) element.removeEventListener(type, press);
      },
      view.onCamera(() => this.#pan()),
      talk.onChange((ids) => this.#draw(ids)),
      view.scene.onChange(({ notes, before, drawings, framesChanged, islandsChanged }) => {
        if (this.#marks.size > 0 || before.size > 0) this.#draw([...notes, ...drawings]);
        if (framesChanged || islandsChanged || drawings.size > 0) this.#drawAll();
      }),
    ];
    this.#pan();
  }

  destroy(): void {
    for (const end of this.#ends) end();
    for (const id of [...this.#marks.keys()]) this.#remove(id);
  }

  #pan(): void {
    const { camera, size, isFar } = this.#view;
    if (isFar) return;
    const view = viewOf(camera, size);
    const region = this.#region;
    if (region && view.x >= region.x && view.y >= region.y && view.x + view.width <= region.x + region.width && view.y + view.height <= region.y + region.height) return;
    this.#region = { x: view.x - view.width * OVERSCAN, y: view.y - view.height * OVERSCAN, width: view.width * (1 + 2 * OVERSCAN), height: view.height * (1 + 2 * OVERSCAN) };
    this.#drawAll();
  }

  #drawAll(): void {
    this.#draw(new Set([...this.#marks.keys(), ...this.#talk.objectIds()]));
  }

  #draw(ids: Iterable<string>): void {
    for (const id of ids) {
      const talk = this.#talk.of(id);
      const box = isSomething(talk) ? this.#boxOf(id) : undefined;
      if (box && this.#region && overlaps(box, this.#region)) this.#show(id, talk, box);
      else this.#remove(id);
    }
  }

  #remove(id: string): void {
    for (const sign of this.#marks.get(id)?.signs ?? []) sign.remove();
    this.#marks.delete(id);
  }

  /** Of a note or drawing, a frame or the first island of a cluster; undefined where it does not lie on the board. */
  #boxOf(id: string): (Box & { rank?: number }) | undefined {
    const { scene } = this.#view;
    return scene.placed(id) ?? scene.boxOf({ kind: 'frame', id }) ?? scene.boxOf({ kind: 'cluster', id });
  }

  #show(id: string, talk: OwnTalk, { x, y, width, height, rank = 0 }: Box & { rank?: number }): void {
    const mark = this.#marks.get(id) ?? { signs: [], talk: null, place: '' };
    this.#marks.set(id, mark);
    const isNew = mark.talk !== talk;
    if (isNew) {
      for (const sign of mark.signs) sign.remove();
      mark.signs = signsOf(talk);
      mark.talk = talk;
      for (const sign of mark.signs) sign.dataset['talkId'] = id;
      this.#view.layer.element.append(...mark.signs);
    }
    // Above its own thing, below what lies over that.
    const shownRank = this.#view.scene.isLifted(id) ? rank + 1_000_000 : Math.max(rank, 2);
    const place = `${x} ${y} ${width} ${height} ${shownRank}`;
    if (mark.place === place && !isNew) return;
    mark.place = place;
    // From the thing's right edge to the left.
    let right = x + width;
    for (const sign of [...mark.signs].reverse()) {
      const taken = SIGN.around + SIGN.digit * (sign.textContent?.length ?? 0);
      sign.style.cssText = `left:${right - taken}px;top:${y + height - SIGN.above}px;width:${taken}px;z-index:${shownRank}`;
      right -= taken + SIGN.gap;
    }
  }
}

function signsOf({ commentCount, resolved, reactions, mine }: OwnTalk): HTMLElement[] {
  return [
    ...REACTIONS.flatMap((kind) => (reactions[kind] ? sign(kind, reactions[kind], mine.includes(kind)) : [])),
    ...(commentCount > 0 ? [sign(resolved ? 'resolved' : 'comments', commentCount, false)] : []),
  ];
}

function sign(name: string, count: number, own: boolean): HTMLElement {
  const element = document.createElement('span');
  element.className = own ? 'board-mark is-own' : 'board-mark';
  element.dataset['sign'] = name;
  element.setAttribute('aria-hidden', 'true');
  element.textContent = `${count}`;
  return element;
}
