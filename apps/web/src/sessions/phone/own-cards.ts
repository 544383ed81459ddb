import type { NoteColour } from '@spolu/contracts/boards';
import type { ProblemFacts } from '@spolu/contracts/problems';
import type { Card, CardState, ComposeCard, EditCard } from '@spolu/contracts/activities/brainstorm';
import type { Sending } from '../../device/send-queue.ts';

/** A card this device wrote, as it remembers it; where no author is kept anywhere, only this device knows. */
export interface OwnCard {
  id: string;
  activityId: string;
  text: string;
  colour: NoteColour;
  frameId: string | null;
  /** Null until the server answered. */
  state: CardState | null;
  /** Why it was set aside. Left out by devices that remember an older answer. */
  reason?: string;
  composedAt: string;
  /** Written where no author is kept: it can't be changed or removed later. */
  anonymous: boolean;
}

/** A card as its author sees it, with what is on its way. */
export interface CardView extends Omit<OwnCard, 'state'> {
  state: 'waiting' | 'sending' | 'saved' | 'inbox' | 'aside' | 'late' | 'removed' | 'not-taken';
  /** Everybody sees it. */
  onBoard: boolean;
  /** Why the last change was not taken, and what was asked. */
  refusal: { code: string; facts: ProblemFacts; keys: string[]; wanted: 'card' | 'edit' | 'removal' } | null;
}

/** The session is in it too: an answer that comes after a reload, in whatever session, finds its card. */
export const aboutCard = (sessionId: string, cardId: string) => `card:${sessionId}/${cardId}`;
export function cardOf(about: string): { sessionId: string; cardId: string } | null {
  const [, sessionId, cardId] = /^card:([^/]+)\/(.+)$/.exec(about) ?? [];
  return sessionId && cardId ? { sessionId, cardId } : null;
}
export const cardsKey = (sessionId: string) => `cards:${sessionId}`;

/** The newest first. A card whose removal is on its way is not shown; a changed text is shown at once. */
export function cardViews(cards: readonly OwnCard[], entries: readonly Sending[]): CardView[] {
  const byCard = new Map<string, Sending[]>();
  for (const entry of entries) {
    const id = cardOf(entry.about)?.cardId;
    if (id) byCard.set(id, [...(byCard.get(id) ?? []), entry]);
  }
  return cards
    .flatMap((card): CardView[] => {
      const mine = byCard.get(card.id) ?? [];
      const refused = mine.filter((entry) => entry.state === 'not-taken');
      const underWay = mine.filter((entry) => entry.state !== 'not-taken');
      if (underWay.some((entry) => entry.command.method === 'DELETE')) return [];
      const newestText = [...mine].reverse().find((entry) => entry.command.method !== 'DELETE')?.command.body as Partial<ComposeCard & EditCard> | undefined;
      const last = refused.at(-1);
      const lost = refused.some((entry) => entry.command.method === 'POST');
      const state = lost
        ? 'not-taken'
        : underWay.length > 0
          ? underWay.some((entry) => entry.state === 'sending') ? 'sending' : 'waiting'
          : isSaid(card.state) ? card.state : last ? 'not-taken' : 'saved';
      return [
        {
          ...card,
          text: newestText?.text ?? card.text,
          state,
          onBoard: card.state === 'shown',
          refusal: last?.refusal
            ? { ...last.refusal, keys: refused.map((entry) => entry.key), wanted: lost ? 'card' : last.command.method === 'DELETE' ? 'removal' : 'edit' }
            : null,
        },
      ];
    })
    .sort((a, b) => b.composedAt.localeCompare(a.composedAt));
}

const isSaid = (state: CardState | null) => state === 'inbox' || state === 'aside' || state === 'late' || state === 'removed';

/** The device's list after the server told its own: the server's word holds, what it can't know stays. */
export function withServerCards(cards: readonly OwnCard[], fromServer: readonly Card[]): OwnCard[] {
  const known = new Map(fromServer.map((card) => [card.id, card]));
  const mine = cards.map((card) => {
    const server = known.get(card.id);
    known.delete(card.id);
    return server ? { ...card, text: server.text, state: server.state, reason: server.reason } : card;
  });
  const elsewhere = [...known.values()].map(({ id, activityId, text, colour, frameId, state, reason, composedAt }) => ({
    id, activityId, text, colour, frameId, state, reason, composedAt, anonymous: false,
  }));
  return [...mine, ...elsewhere];
}
