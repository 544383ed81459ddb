import type { BoardPerson } from '@spolu/contracts/boards';
import { Presentation } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { BoardConnection } from '../board-connection.ts';
import { SidePanel } from '../side-panel.tsx';
import type { WorkSnapshot } from '../work-copy.ts';
import './follow.css';
import type { Following } from './use-following.ts';

export interface PeoplePanelProps {
  connection: BoardConnection;
  snapshot: WorkSnapshot;
  seen: Following;
  nameOf: (person: BoardPerson) => string;
  /** The plane is on the screen: only then there is a view to show. */
  hasPlane: boolean;
  onClose: () => void;
}

/** Who is at the board: to follow one of them, and for who runs the session to show everybody her own view. */
export function PeoplePanel({ connection, snapshot, seen, nameOf, hasPlane, onClose }: PeoplePanelProps) {
  const t = useText('boards');
  const { link } = snapshot;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  const anonymous = link.rule?.anonymous === true;
  return (
    <SidePanel id="board-people" title={t('follow.people')} closeLabel={t('follow.close')} onClose={onClose}>
      <div className="follow-people" ref={panel}>
        {link.rights.present && (
          <>
            <button type="button" className="follow-present" aria-pressed={seen.presents} aria-disabled={(!hasPlane && !seen.presents) || undefined} onClick={() => (hasPlane || seen.presents) && connection.present(!seen.presents)}>
              <Presentation aria-hidden size={20} /> {t('follow.present')}
            </button>
            <p className="small soft">{hasPlane ? t('follow.presentMeans') : t('follow.presentOnPlane')}</p>
          </>
        )}
        {anonymous ? (
          <p>{t('follow.anonymous')}</p>
        ) : (
          <ul role="list" aria-label={t('follow.people')}>
            {named(link.people.filter(({ slot }) => slot !== link.slot), nameOf).map(({ slot, name }) => (
              <li key={slot} className="follow-person">
                <span>{name}</span>
                <button type="button" className="board-row-action" aria-label={t('follow.followPerson', { name })} aria-pressed={link.following === slot} onClick={() => (link.following === slot ? seen.stop() : seen.follow(slot))}>
                  {link.following === slot ? t('follow.stop') : t('follow.follow')}
                </button>
              </li>
            ))}
          </ul>
        )}
        {!anonymous && link.people.length <= 1 && <p className="soft">{t('follow.nobody')}</p>}
      </div>
    </SidePanel>
  );
}

/** Those who run the session first, then by name; who shares a name with others gets a number. */
function named(people: readonly BoardPerson[], nameOf: (person: BoardPerson) => string): { slot: number; name: string }[] {
  const sorted = people.map((person) => ({ ...person, shown: nameOf(person) })).sort((a, b) => Number(b.staff) - Number(a.staff) || a.shown.localeCompare(b.shown) || a.slot - b.slot);
  const seen = new Map<string, number>();
  return sorted.map(({ slot, shown }) => {
    const before = seen.get(shown) ?? 0;
    seen.set(shown, before + 1);
    return { slot, name: before === 0 ? shown : `${shown} (${before + 1})` };
  });
}
