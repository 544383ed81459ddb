import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS, NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import type { Card } from '@spolu/contracts/activities/brainstorm';
import type { RoomActivityOf } from '@spolu/contracts/sessions';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { EyeOff, Eye, VenetianMask } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { api } from '../../../http/api.ts';
import { BoardLink } from '../../phone/board-link.tsx';
import { BoardList } from '../../phone/board-list.tsx';
import { useCardDraft } from '../../phone/card-draft.ts';
import { useDevice, useOwnCards } from '../../phone/device.tsx';
import type { CardView } from '../../phone/own-cards.ts';
import { OwnCardList } from '../../phone/own-card-list.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import { QueueLine } from '../../phone/queue-line.tsx';
import { ScreenTitle, Thumb } from '../../phone/screen.tsx';
import { BrowserStorageFull } from '../../phone/storage-full.ts';
import type { PhoneActivityProps } from '../phone-by-kind.tsx';

const ICONS = { open: Eye, hidden: EyeOff, anonymous: VenetianMask };

/** Cards are composed here one by one; what is typed stays on the phone until it is sent, what was sent until it is saved. */
export function PhoneBrainstorm({ room, activity, me }: PhoneActivityProps<'brainstorm'>) {
  const { t } = usePhoneText();
  const device = useDevice();
  const { part: brainstorm } = activity;
  const [draft, changeDraft] = useCardDraft(activity.id);
  const cards = useOwnCards(room.sessionId).filter((card) => card.activityId === activity.id);
  const [reading, setReading] = useState(false);
  const anonymous = brainstorm.mode === 'anonymous';
  const running = activity.state === 'running';
  useServerCards(room.sessionId, activity.id, anonymous);

  function takeBack(card: CardView) {
    const text = draft.text.trim() ? `${draft.text.trim()}\n${card.text}` : card.text;
    changeDraft({ text, colour: card.colour, frameId: card.frameId });
  }

  const Icon = ICONS[brainstorm.mode];
  const others = brainstorm.mode === 'open' || brainstorm.revealed;
  return (
    <div className="phone-screen">
      <ScreenTitle>{activity.title}</ScreenTitle>
      {activity.instruction && <p className="keep-lines phone-instruction">{activity.instruction}</p>}
      <p className="phone-mode">
        <Icon aria-hidden size={22} />
        <span>{brainstorm.mode === 'hidden' && brainstorm.revealed ? t('brainstorm.mode.revealed') : t(`brainstorm.mode.${brainstorm.mode}`)}</span>
      </p>
      {!running && <Notice title={t('brainstorm.over')}>{draft.text.trim() ? t('brainstorm.overDraft') : t('brainstorm.overMeans')}</Notice>}
      {(running || draft.text.trim() !== '') && (
        <Composer
          activity={activity}
          draft={draft}
          onChange={changeDraft}
          anything={cards.length > 0}
          onSend={async (text) => {
            const frameId = brainstorm.frames.length > 1 ? draft.frameId : (brainstorm.frames[0]?.id ?? null);
            await device.composeCard(room.sessionId, activity.id, { text, colour: draft.colour, frameId }, { language: me.language, anonymous });
            changeDraft({ text: '' });
          }}
        />
      )}
      {cards.length > 0 && (
        <section className="stack stack-s" aria-labelledby="own-cards">
          <h2 id="own-cards">{t('brainstorm.own', { count: cards.length })}</h2>
          <OwnCardList sessionId={room.sessionId} cards={cards} editable={running && !activity.locked} onTakeBack={takeBack} />
        </section>
      )}
      {others && (
        <details className="phone-more" onToggle={(event) => setReading(event.currentTarget.open)}>
          <summary>{t('brainstorm.others')}</summary>
          {/* Fetched when somebody wants to read it: a hall of phones would ask for the board all the time. */}
          {reading && <BoardList boardId={room.boardId} participantId={me.participantId} version={room.version} level={2} />}
        </details>
      )}
      <BoardLink sessionId={room.sessionId} />
    </div>
  );
}

interface ComposerProps {
  activity: RoomActivityOf<'brainstorm'>;
  draft: { text: string; colour: NoteColour; frameId: string | null };
  onChange: (change: Partial<ComposerProps['draft']>) => void;
  /** Resolves when the card is on the device's disk. */
  onSend: (text: string) => Promise<void>;
  anything: boolean;
}

function Composer({ activity, draft, onChange, onSend, anything }: ComposerProps) {
  const { t } = usePhoneText();
  const field = useRef<HTMLDivElement>(null);
  const frameChoice = useRef<HTMLDivElement>(null);
  // The card is being put on the disk: a second tap would make a second one of the same words.
  const keeping = useRef(false);
  const [complaint, setComplaint] = useState<'empty' | 'frame' | 'storage' | null>(null);
  const { frames } = activity.part;
  const text = draft.text.trim();
  const tooLong = draft.text.length > NOTE_MAX_LENGTH;
  const knownFrame = frames.some((frame) => frame.id === draft.frameId);
  const locked = activity.locked && activity.state === 'running';

  async function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (locked || tooLong || keeping.current) return;
    const missing = !text ? 'empty' : frames.length > 1 && !knownFrame ? 'frame' : null;
    setComplaint(missing);
    if (missing) {
      // On a small screen what is missing lies behind the button.
      (missing === 'frame' ? frameChoice : field).current?.querySelector<HTMLElement>('input, textarea')?.focus();
      return;
    }
    keeping.current = true;
    try {
      await onSend(text);
    } catch (error) {
      if (!(error instanceof BrowserStorageFull)) throw error;
      setComplaint('storage');
      return;
    } finally {
      keeping.current = false;
    }
    field.current?.querySelector('textarea')?.focus();
  }

  return (
    <form className="stack" onSubmit={(event) => void handleSubmit(event)}>
      <div ref={field}>
        <PlainTextArea
          label={t('card.label')}
          error={complaint === 'empty' ? t('card.empty') : complaint === 'storage' ? t('card.storageFull') : null}
          value={draft.text}
          onChange={(next) => {
            setComplaint(null);
            onChange({ text: next });
          }}
          max={{ length: NOTE_MAX_LENGTH, left: (count) => t('card.left', { count }), over: (count) => t('card.over', { count }) }}
          rows={3}
          enterKeyHint="enter"
        />
      </div>
      {frames.length > 1 && (
        <div ref={frameChoice} className="phone-frames">
          <RadioGroup
            label={t('card.frame')}
            look="tile"
            error={complaint === 'frame' ? t('card.frameMissing') : null}
            options={frames.map((frame) => ({ id: frame.id, label: frame.title }))}
            value={knownFrame ? draft.frameId : null}
            onChange={(frameId) => {
              setComplaint(null);
              onChange({ frameId });
            }}
          />
        </div>
      )}
      <ColourChoice value={draft.colour} onChange={(colour) => onChange({ colour })} />
      <Thumb>
        <QueueLine anything={anything} />
        {locked && <Notice tone="warn">{t('brainstorm.locked')}</Notice>}
        <PlainButton type="submit" size="thumb" aria-disabled={locked || tooLong}>
          {activity.state === 'running' ? t('card.send') : t('card.sendLate')}
        </PlainButton>
      </Thumb>
    </form>
  );
}

function ColourChoice({ value, onChange }: { value: NoteColour; onChange: (colour: NoteColour) => void }) {
  const { t } = usePhoneText();
  return (
    <fieldset className="phone-colours">
      <legend>
        {t('card.colour')} <span className="soft">{t(`colour.${value}`)}</span>
      </legend>
      <div className="phone-swatches">
        {NOTE_COLOURS.map((colour) => (
          <label key={colour} className="phone-swatch" data-color={colour}>
            <input type="radio" name="colour" checked={value === colour} onChange={() => onChange(colour)} />
            <span className="visually-hidden">{t(`colour.${colour}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const ASK_WITHIN_MS = 2_000;

/** What the server has of mine (another tab, another browser of mine); nothing where it keeps no author. */
function useServerCards(sessionId: string, activityId: string, anonymous: boolean) {
  const device = useDevice();
  useEffect(() => {
    if (anonymous) return;
    const leave = new AbortController();
    const ask = () =>
      api.get<Card[]>(`/activities/${activityId}/cards`, { signal: leave.signal }).then(
        (cards) => device.keepServerCards(sessionId, cards),
        // The device's own list stands until the server can be asked again.
        () => undefined,
      );
    // All phones of a hall come here in the same moment, and most of them have nothing to learn.
    const later = setTimeout(() => void ask(), Math.random() * ASK_WITHIN_MS);
    return () => {
      clearTimeout(later);
      leave.abort();
    };
  }, [device, sessionId, activityId, anonymous]);
}
