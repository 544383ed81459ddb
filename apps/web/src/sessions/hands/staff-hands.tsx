import type { StaffHand, TendHand } from '@spolu/contracts/hands';
import { PlainButton } from '@spolu/ui/plain';
import { Tag } from '@spolu/ui/tag';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Section } from '../run-section.tsx';
import type { RoomCommands } from '../use-room-commands.ts';
import '../control.css';

/** Who wants to speak, in turn. What was done last can be taken back: the hand goes where it was. */
export function StaffHands({ hands, commands }: { hands: readonly StaffHand[]; commands: RoomCommands }) {
  const t = useText('sessions');
  const [last, setLast] = useState<{ participantId: string; name: string } | null>(null);
  const called = hands.find(({ state }) => state === 'called')?.participantId ?? null;
  const nameOf = ({ nickname }: StaffHand) => nickname ?? t('hands.someone');
  if (hands.length === 0 && !last) return null;
  async function tend(hand: StaffHand, state: TendHand['state']) {
    if (await commands.tendHand(hand.participantId, { state, called })) setLast({ participantId: hand.participantId, name: nameOf(hand) });
  }
  const waits = commands.pending !== null;
  return (
    <Section title={t('hands.title', { count: hands.length })}>
      <ol className="run-hands" role="list">
        {hands.map((hand) => (
          <li key={hand.participantId}>
            <span className="run-person">
              <span>{nameOf(hand)}</span>
              {hand.state === 'called' && <Tag tone="good">{t('hands.speaks')}</Tag>}
            </span>
            <span className="row">
              {hand.state === 'waiting' && (
                <PlainButton look="secondary" size="small" pending={waits} aria-label={t('hands.callOf', { name: nameOf(hand) })} onClick={() => void tend(hand, 'called')}>
                  {t('hands.call')}
                </PlainButton>
              )}
              <PlainButton look="quiet" size="small" pending={waits} aria-label={t('hands.lowerOf', { name: nameOf(hand) })} onClick={() => void tend(hand, 'lowered')}>
                {hand.state === 'called' ? t('hands.done') : t('hands.lower')}
              </PlainButton>
            </span>
          </li>
        ))}
      </ol>
      {last && (
        <PlainButton
          look="quiet"
          size="small"
          pending={waits}
          icon={<Undo2 aria-hidden size={18} />}
          onClick={() => void commands.tendHand(last.participantId, { state: 'waiting', called }).then((done) => done && setLast(null))}
        >
          {t('hands.undo', { name: last.name })}
        </PlainButton>
      )}
    </Section>
  );
}
