import type { DecideInbox, InboxCard, InboxDecided } from '@spolu/contracts/activities/brainstorm';
import type { StaffState } from '@spolu/contracts/sessions';
import { Checkbox } from '@spolu/ui/checkbox';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { api } from '../../../http/api.ts';
import { keyOf, useResource } from '../../../http/queries.ts';
import { useProblemText } from '../../../http/use-problem-text.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Section } from '../../run-section.tsx';
import { AsideForm } from './aside-form.tsx';
import { AsideList } from './aside-list.tsx';
import './inbox.css';

export const inboxPath = (sessionId: string) => `/sessions/${sessionId}/inbox`;

interface StaffInboxProps {
  sessionId: string;
  inboxes: StaffState['inboxes'];
}
/** What is done with cards; of which, is said apart. */
type Move = DecideInbox extends infer One ? (One extends DecideInbox ? Omit<One, 'cardIds'> : never) : never;
interface Moved {
  to: 'board' | 'aside';
  cards: readonly InboxCard[];
}

/** Cards that staff read before the hall does: onto the board, or aside with a reason; many at once, by keyboard too, and each step can be taken back. */
export function StaffInbox({ sessionId, inboxes }: StaffInboxProps) {
  const t = useText('sessions');
  const path = inboxPath(sessionId);
  const { data = [] } = useResource<InboxCard[]>(path);
  const client = useQueryClient();
  const problemText = useProblemText();
  const list = useRef<HTMLUListElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<readonly InboxCard[] | null>(null);
  const [pending, setPending] = useState(false);
  const [last, setLast] = useState<Moved | null>(null);
  const [othersCount, setOthersCount] = useState(0);
  // The room says that something changed; what waits is not told there.
  const changed = JSON.stringify(inboxes);
  useEffect(() => void client.invalidateQueries({ queryKey: keyOf(path) }), [client, path, changed]);

  const waiting = data.filter(({ state }) => state === 'inbox');
  const aside = data.filter(({ state }) => state === 'aside');
  const chosen = waiting.filter(({ id }) => marked.has(id));
  // Whoever decides by keyboard goes on with the card that took the place of the last.
  const goOnAt = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = goOnAt.current;
    goOnAt.current = null;
    const boxes = at === null ? null : list.current?.querySelectorAll<HTMLInputElement>('input');
    if (at !== null && boxes) boxes[Math.min(at, boxes.length - 1)]?.focus();
  }, [waiting.length]);

  async function decide(cards: readonly InboxCard[], move: Move) {
    if (pending || cards.length === 0) return;
    setPending(true);
    const done = new Set<string>();
    try {
      let others = 0;
      for (const activityId of new Set(cards.map((card) => card.activityId))) {
        const cardIds = cards.flatMap((card) => (card.activityId === activityId ? [card.id] : []));
        const answer = await api.post<InboxDecided>(`/activities/${activityId}/inbox`, { ...move, cardIds } satisfies DecideInbox);
        for (const id of answer.done) done.add(id);
        others += answer.others.length;
      }
      setOthersCount(others);
      setMarked(new Set());
      // a reason that is being written for other cards stays
      setAsking((asked) => (asked === cards ? null : withoutDone(asked, done)));
    } catch (error) {
      toast(problemText(error), 'bad');
    } finally {
      const moved = cards.filter(({ id }) => done.has(id));
      if (moved.length > 0) setLast(move.to === 'inbox' ? null : { to: move.to, cards: moved });
      await client.invalidateQueries({ queryKey: keyOf(path) });
      setPending(false);
    }
  }
  const toBoard = (cards: readonly InboxCard[]) => void decide(cards, { from: 'inbox', to: 'board' });

  function handleKey(event: KeyboardEvent<HTMLUListElement>) {
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    const at = boxes.indexOf(event.target as HTMLInputElement);
    if (at === -1) return;
    const cards = chosen.length > 0 ? chosen : waiting.slice(at, at + 1);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) boxes[at + step]?.focus();
    else if (event.key === 'Enter') {
      goOnAt.current = at;
      toBoard(cards);
    }
    else if (event.key === 'Delete' || event.key === 'Backspace') setAsking(cards);
    else return;
    event.preventDefault();
  }
  function handleMark(id: string, isMarked: boolean) {
    setMarked((before) => new Set(isMarked ? [...before, id] : [...before].filter((other) => other !== id)));
  }

  const said = last && t(last.to === 'board' ? 'inbox.onBoard' : 'inbox.setAside', { count: last.cards.length });
  return (
    <Section title={t('inbox.title')} aside={<Tag tone={waiting.length > 0 ? 'warn' : 'neutral'}>{t('inbox.waiting', { count: waiting.length })}</Tag>}>
      <div role="status" className="row inbox-said">
        {last && (
          <>
            <span>{said}</span>
            <PlainButton look="quiet" size="small" pending={pending} icon={<Undo2 aria-hidden size={18} />} onClick={() => void decide(last.cards, { from: last.to, to: 'inbox' })}>
              {t('inbox.undo')}
            </PlainButton>
          </>
        )}
        {othersCount > 0 && <span>{t('inbox.others', { count: othersCount })}</span>}
      </div>
      {waiting.length > 0 && (
        <>
          <div className="row">
            <PlainButton look="secondary" size="small" onClick={() => setMarked(new Set(chosen.length === waiting.length ? [] : waiting.map(({ id }) => id)))}>
              {chosen.length === waiting.length ? t('inbox.markNone') : t('inbox.markAll')}
            </PlainButton>
            {chosen.length > 0 && (
              <>
                <PlainButton size="small" pending={pending} onClick={() => toBoard(chosen)}>
                  {t('inbox.acceptMany', { count: chosen.length })}
                </PlainButton>
                <PlainButton look="quiet" size="small" pending={pending} onClick={() => setAsking(chosen)}>
                  {t('inbox.asideMany', { count: chosen.length })}
                </PlainButton>
              </>
            )}
          </div>
          <p className="small soft">{t('inbox.keys')}</p>
        </>
      )}
      {asking && <AsideForm count={asking.length} pending={pending} onCancel={() => setAsking(null)} onSubmit={(reason) => decide(asking, { from: 'inbox', to: 'aside', reason })} />}
      {waiting.length === 0 && <p className="soft">{t('inbox.empty')}</p>}
      <ul role="list" className="stack stack-s inbox-list" ref={list} onKeyDown={handleKey}>
        {waiting.map((card, i) => (
          <li key={card.id} className="ui-note" data-color={card.colour}>
            {(card.frameTitle || (i === 0 ? inboxes.length > 1 : waiting[i - 1]?.activityId !== card.activityId)) && (
              <p className="small">{[inboxes.length > 1 && card.activityTitle, card.frameTitle].filter(Boolean).join(' · ')}</p>
            )}
            <Checkbox label={<span lang={card.language} className="keep-lines">{card.text}</span>} checked={marked.has(card.id)} onChange={(isMarked) => handleMark(card.id, isMarked)} />
            <div className="row">
              <PlainButton size="small" pending={pending} aria-label={t('inbox.acceptOf', { text: start(card.text) })} onClick={() => toBoard([card])}>
                {t('inbox.accept')}
              </PlainButton>
              <PlainButton look="quiet" size="small" pending={pending} aria-label={t('inbox.asideOf', { text: start(card.text) })} onClick={() => setAsking([card])}>
                {t('inbox.aside')}
              </PlainButton>
            </div>
          </li>
        ))}
      </ul>
      <AsideList cards={aside} onReturn={(card) => void decide([card], { from: 'aside', to: 'inbox' })} pending={pending} />
    </Section>
  );
}

function withoutDone(asked: readonly InboxCard[] | null, done: ReadonlySet<string>): readonly InboxCard[] | null {
  const left = asked?.filter(({ id }) => !done.has(id)) ?? [];
  return left.length > 0 ? left : null;
}

/** Enough of a card's words to tell it from the others by ear. */
const start = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
