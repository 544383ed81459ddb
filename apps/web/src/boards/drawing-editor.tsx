import type { DrawingKind } from '@spolu/contracts/boards';
import { PlainButton } from '@spolu/ui/plain';
import { Lock, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { DrawingLook } from './drawing-actions.ts';
import { LookFields } from './look-fields.tsx';
import type { Look } from './scene/tools.ts';
import type { BoardCopy } from './work-copy.ts';

export interface DrawingEditorProps {
  copy: BoardCopy;
  kind: DrawingKind;
  id: string;
  /** What was chosen here is how the next one looks. */
  onLook: (look: Partial<Look>) => void;
  onClose: () => void;
}

const WORDS = { text: 'text', shape: 'text', connector: 'label', pin: 'label', picture: 'alt', link: 'title' } as const;
const STEP = 1.25;
const WORDS_MAX = 1_000;

/** A drawing's words and looks. Whatever is changed is on the board at once. */
export function DrawingEditor({ copy, kind, id, onLook, onClose }: DrawingEditorProps) {
  const t = useText('boards');
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement | HTMLButtonElement | null>(null);
  const { actions, index, scene } = copy;
  const item = useSyncExternalStore(
    (changed) => index.onItemChange(kind, id, changed),
    () => index.item(kind, id),
  );
  const gone = !item;
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (gone) onClose();
  }, [gone, onClose]);
  if (!item) return null;

  const may = actions.may(id);
  const wordsIn = kind === 'stroke' ? null : WORDS[kind];
  const words = wordsIn === null ? '' : ((item as unknown as Record<typeof wordsIn, string | undefined>)[wordsIn] ?? '');
  function close() {
    // A text without words is nothing at all.
    if (kind === 'text' && words.trim() === '' && may?.remove) actions.removeNotes([id]);
    onClose();
  }
  function handleKey(event: KeyboardEvent) {
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }
  function grow(by: number) {
    const box = scene.placed(id);
    if (box) actions.drawings.resize(id, { width: box.width * by, height: box.height * by });
  }
  const setFocusHere = (element: HTMLTextAreaElement | HTMLButtonElement | null) => {
    field.current ??= element;
  };

  return (
    <div className="board-editor is-drawing" role="dialog" aria-label={t(`drawing.${kind}`)} onKeyDown={handleKey}>
      {may?.edit && wordsIn !== null && (
        <div className="board-look">
          <label htmlFor={fieldId}>{t(`words.${wordsIn}`)}</label>
          <textarea id={fieldId} ref={setFocusHere} className="board-editor-words" rows={kind === 'text' || kind === 'shape' ? 3 : 1} maxLength={WORDS_MAX} value={words} onChange={({ target }) => actions.drawings.write(id, target.value)} />
        </div>
      )}
      {may?.edit && (
        <LookFields
          kind={kind}
          look={lookOf(copy, kind, id)}
          onChange={(look) => {
            actions.drawings.restyle([id], look);
            onLook(look);
          }}
        />
      )}
      {!may?.edit && <p className="board-editor-hint">{actions.isHeld(id) ? t('lock.hint') : t('note.readOnly')}</p>}
      {'url' in item && item.url !== '' && (
        <a className="board-editor-link" href={item.url} target="_blank" rel="noopener noreferrer">
          {item.url}
        </a>
      )}
      <div className="board-editor-foot">
        {may?.edit && (kind === 'text' || kind === 'shape' || kind === 'picture') && (
          <>
            <PlainButton look="quiet" onClick={() => grow(STEP)}>
              {kind === 'text' ? t('frame.wider') : t('look.larger')}
            </PlainButton>
            <PlainButton look="quiet" onClick={() => grow(1 / STEP)}>
              {kind === 'text' ? t('frame.narrower') : t('look.smaller')}
            </PlainButton>
          </>
        )}
        {actions.mayLock && (
          <PlainButton look="quiet" icon={<Lock aria-hidden size={18} />} onClick={() => actions.lock([id], !item.locked)}>
            {item.locked ? t('lock.off') : t('lock.on')}
          </PlainButton>
        )}
        {may?.remove && (
          <PlainButton look="quiet" icon={<Trash2 aria-hidden size={18} />} onClick={() => actions.removeNotes([id])}>
            {t('delete')}
          </PlainButton>
        )}
        <button type="button" ref={setFocusHere} className="ui-button" data-look="secondary" onClick={close}>
          {t('note.done')}
        </button>
      </div>
    </div>
  );
}

function lookOf({ index }: BoardCopy, kind: DrawingKind, id: string): Partial<DrawingLook> {
  if (kind === 'picture' || kind === 'link') return {};
  if (kind !== 'pin') return { ...index.item(kind, id) };
  const pin = index.item(kind, id);
  return pin ? { pinColour: pin.colour } : {};
}
