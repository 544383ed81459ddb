import type { OwnTalk } from '@spolu/contracts/board-talk';
import { REACTIONS } from '@spolu/contracts/plain';
import type { BoardView } from '../scene/board-view.ts';
import { viewOf } from '../scene/camera.ts';
import { overlaps, type Box } from '../scene/grid.ts';
import { isSomething, type BoardTalk } from './board-talk.ts';

/** Share of the view beyond each of its edges in which marks are drawn already. */
const OVERSCAN = 0.35;
/** Signs that are out of sight and kept for what comes into it. */
const SPARE_MAX = 200;
/** Of a sign, as `talk.css` has it: its icon with what is around it, a digit, the room between two, and how far it hangs below the edge. */
const SIGN = { around: 38, digit: 9, gap: 4, above: 18 };

interface Sign {
  element: HTMLElement;
  count: Text;
}
interface Mark {
  signs: Sign[];
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
  readonly #spare: Sign[] = [];
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
    for (const { element } of this.#spare) element.remove();
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
    this.#draw(new Set([...this.#marks.keys(), ...this.#near()]));
  }

  /** What lies near the view: a board may be talked about all over. */
  *#near(): Generator<string> {
    const region = this.#region;
    if (!region) return;
    const { scene } = this.#view;
    const ids: string[] = [];
    scene.queryAll(region, ({ id }) => ids.push(id));
    yield* ids;
    for (const frame of scene.frames) if (overlaps(frame, region)) yield frame.id;
    for (const island of scene.islands()) if (island.main && overlaps(island, region)) yield island.clusterId;
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
    const mark = this.#marks.get(id);
    if (!mark) return;
    this.#marks.delete(id);
    this.#putAside(mark.signs);
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
      this.#putAside(mark.signs);
      mark.signs = signsOf(talk).map(([name, count, own]) => this.#sign(id, name, count, own));
      mark.talk = talk;
    }
    // Above its own thing, below what lies over that.
    const shownRank = this.#view.scene.isLifted(id) ? rank + 1_000_000 : Math.max(rank, 2);
    const place = `${x} ${y} ${width} ${height} ${shownRank}`;
    if (mark.place === place && !isNew) return;
    mark.place = place;
    // From the thing's right edge to the left.
    let right = x + width;
    for (const { element, count } of [...mark.signs].reverse()) {
      const taken = SIGN.around + SIGN.digit * count.length;
      element.style.cssText = `left:${right - taken}px;top:${y + height - SIGN.above}px;width:${taken}px;z-index:${shownRank}`;
      right -= taken + SIGN.gap;
    }
  }

  #sign(id: string, name: string, count: number, own: boolean): Sign {
    const sign = this.#spare.pop() ?? this.#newSign();
    const { element } = sign;
    element.classList.toggle('is-own', own);
    element.dataset['sign'] = name;
    element.dataset['talkId'] = id;
    element.hidden = false;
    sign.count.nodeValue = `${count}`;
    return sign;
  }
  #newSign(): Sign {
    const element = document.createElement('span');
    const count = document.createTextNode('');
    element.className = 'board-mark';
    element.setAttribute('aria-hidden', 'true');
    element.append(count);
    this.#view.layer.element.append(element);
    return { element, count };
  }
  #putAside(signs: readonly Sign[]): void {
    for (const sign of signs) {
      const { element } = sign;
      delete element.dataset['talkId'];
      element.hidden = true;
      if (this.#spare.length < SPARE_MAX) this.#spare.push(sign);
      else element.remove();
    }
  }
}

/** From left to right: which sign, how often, and whether one gave it oneself. */
function signsOf({ commentCount, resolved, reactions, mine }: OwnTalk): [name: string, count: number, own: boolean][] {
  return [
    ...REACTIONS.flatMap((kind): [string, number, boolean][] => (reactions[kind] ? [[kind, reactions[kind], mine.includes(kind)]] : [])),
    ...(commentCount > 0 ? [[resolved ? 'resolved' : 'comments', commentCount, false] as [string, number, boolean]] : []),
  ];
}
