import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_COLOURS, NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { Notice } from '@spolu/ui/notice';
import { PlainButton, PlainTextArea } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useRef, useState, type FormEvent } from 'react';
import { InBoth } from '../in-both.tsx';
import { usePhoneText } from './phone-text.tsx';
import { QueueLine } from './queue-line.tsx';
import { Thumb } from './screen.tsx';
import { BrowserStorageFull } from './storage-full.ts';

interface CardComposerProps {
  /** Where cards may go; with several she chooses. */
  frames: readonly { id: string; title: string }[];
  running: boolean;
  /** Writing is stopped for a while. */
  locked: boolean;
  draft: { text: string; colour: NoteColour; frameId: string | null };
  onChange: (change: Partial<CardComposerProps['draft']>) => void;
  /** Resolves when the card is on the device's disk. */
  onSend: (text: string) => Promise<void>;
  anything: boolean;
}

/** One card is written and sent, and the field is free for the next. */
export function CardComposer({ frames, running, locked: isLocked, draft, onChange, onSend, anything }: CardComposerProps) {
  const { t } = usePhoneText();
  const field = useRef<HTMLDivElement>(null);
  const frameChoice = useRef<HTMLDivElement>(null);
  // The card is being put on the disk: a second tap would make a second one of the same words.
  const keeping = useRef(false);
  const [complaint, setComplaint] = useState<'empty' | 'frame' | 'storage' | null>(null);
  const text = draft.text.trim();
  const tooLong = draft.text.length > NOTE_MAX_LENGTH;
  const knownFrame = frames.some((frame) => frame.id === draft.frameId);
  const locked = isLocked && running;

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
            options={frames.map((frame) => ({ id: frame.id, label: <InBoth of={frame.title} /> }))}
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
          {running ? t('card.send') : t('card.sendLate')}
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
