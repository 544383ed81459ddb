import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { Tag, type TagTone } from '@spolu/ui/tag';
import { Notice } from '@spolu/ui/notice';
import { Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useDevice } from './device.tsx';
import type { CardView } from './own-cards.ts';
import { usePhoneText } from './phone-text.tsx';
import { useRefusalText } from './use-failure-text.ts';

const TONES: Record<CardView['state'], TagTone> = { waiting: 'warn', sending: 'neutral', saved: 'good', inbox: 'neutral', aside: 'warn', late: 'warn', removed: 'neutral', 'not-taken': 'bad' };

interface OwnCardListProps {
  sessionId: string;
  cards: readonly CardView[];
  /** Whether the words may still be changed. */
  editable: boolean;
  /** Staff read them first: what is read may be taken back and not changed. */
  moderated?: boolean;
  /** Puts the words of a card that was not taken back where one writes; left out where nobody writes now. */
  onTakeBack?: (card: CardView) => void;
}

/** What I wrote, the newest first, with what is on its way. */
export function OwnCardList({ sessionId, cards, editable, moderated = false, onTakeBack }: OwnCardListProps) {
  return (
    <ul role="list" className="stack stack-s">
      {cards.map((card) => (
        <OwnCardItem key={card.id} sessionId={sessionId} card={card} editable={editable} moderated={moderated} onTakeBack={onTakeBack} />
      ))}
    </ul>
  );
}

function OwnCardItem({ sessionId, card, editable, moderated, onTakeBack }: Omit<OwnCardListProps, 'cards'> & { card: CardView }) {
  const { t } = usePhoneText();
  const refusalText = useRefusalText();
  const device = useDevice();
  const [changed, setChanged] = useState<string | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const changing = changed !== null;
  const wasChanging = useRef(false);
  // The keyboard goes into the field when it opens, and back to the pen when it closes.
  useEffect(() => {
    if (changing === wasChanging.current) return;
    wasChanging.current = changing;
    const field = item.current?.querySelector('textarea');
    field?.setSelectionRange(field.value.length, field.value.length);
    (field ?? item.current?.querySelector('button'))?.focus();
  }, [changing]);
  const mayRemove = (editable || card.state === 'inbox') && !card.anonymous && card.state !== 'removed' && card.state !== 'aside' && card.state !== 'late' && card.refusal?.wanted !== 'card';
  const mayChange = mayRemove && !moderated;
  const state = card.state !== 'saved' || !moderated ? card.state : card.onBoard ? 'onBoard' : 'accepted';

  if (changed !== null) {
    const text = changed.trim();
    const fits = text.length > 0 && text.length <= NOTE_MAX_LENGTH;
    return (
      <li className="ui-card" ref={item}>
        <PlainTextArea
          label={t('card.change')}
          value={changed}
          onChange={setChanged}
          max={{ length: NOTE_MAX_LENGTH, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }}
        />
        <div className="row">
          <PlainButton
            aria-disabled={!fits}
            onClick={() => {
              if (!fits) return;
              if (text !== card.text) void device.editCard(sessionId, card.id, text);
              setChanged(null);
            }}
          >
            {t('card.save')}
          </PlainButton>
          <PlainButton look="secondary" onClick={() => setChanged(null)}>
            {t('card.cancel')}
          </PlainButton>
        </div>
      </li>
    );
  }
  return (
    <li className="phone-own" ref={item}>
      <p className="ui-note" data-color={card.colour}>
        {card.text}
      </p>
      <div className="row row-apart">
        <Tag tone={TONES[card.state]}>{t(`card.state.${state}`)}</Tag>
        {mayRemove && (
          <span className="row">
            {mayChange && <PlainButton look="quiet" iconOnly icon={<Pencil aria-hidden size={20} />} aria-label={t('card.changeOf', { text: start(card.text) })} onClick={() => setChanged(card.text)} />}
            <PlainButton look="quiet" iconOnly icon={<Trash2 aria-hidden size={20} />} aria-label={t('card.removeOf', { text: start(card.text) })} onClick={() => void device.removeCard(sessionId, card.id)} />
          </span>
        )}
      </div>
      {card.refusal && (
        <Notice tone="bad">
          <div className="stack stack-s">
            <p>{t(`card.refused.${card.refusal.wanted}`)} {refusalText(card.refusal.code, card.refusal.facts)}</p>
            <div className="row">
              {card.refusal.wanted !== 'removal' && onTakeBack && (
                <PlainButton
                  look="secondary"
                  onClick={() => {
                    onTakeBack(card);
                    void device.letGo(sessionId, card);
                  }}
                >
                  {t('card.takeBack')}
                </PlainButton>
              )}
              <PlainButton look="quiet" onClick={() => void device.letGo(sessionId, card)}>
                {t('card.letGo')}
              </PlainButton>
            </div>
          </div>
        </Notice>
      )}
      {card.state === 'aside' && (
        <p className="small">
          {card.reason && <strong>{t('card.reason', { text: start(card.text), reason: card.reason })} </strong>}
          {t('card.asideMeans')}
        </p>
      )}
      {card.state === 'late' && <p className="small soft">{t('card.lateMeans')}</p>}
    </li>
  );
}

/** Enough of a card's words to tell it from the others by ear. */
const start = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
