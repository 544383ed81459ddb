import type { InboxCard } from '@spolu/contracts/activities/brainstorm';
import { PlainButton } from '@spolu/ui/plain';
import { useText } from '../../../i18n/use-text.ts';

interface AsideListProps {
  cards: readonly InboxCard[];
  pending?: boolean;
  /** Left out: they are only read here. */
  onReturn?: (card: InboxCard) => void;
}

/** What staff did not take onto the board, with the reasons that the authors were told. */
export function AsideList({ cards, pending = false, onReturn }: AsideListProps) {
  const t = useText('sessions');
  if (cards.length === 0) return null;
  return (
    <details className="run-people">
      <summary>{t('inbox.asideCount', { count: cards.length })}</summary>
      <ul role="list" className="stack stack-s">
        {cards.map((card) => (
          <li key={card.id} className="ui-note" data-color={card.colour}>
            <p id={`aside-${card.id}`} lang={card.language} className="keep-lines">
              {card.text}
            </p>
            <p className="small">{[card.reason, card.decidedBy].filter(Boolean).join(' · ')}</p>
            {onReturn && (
              <PlainButton look="quiet" size="small" pending={pending} aria-describedby={`aside-${card.id}`} onClick={() => onReturn(card)}>
                {t('inbox.return')}
              </PlainButton>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
