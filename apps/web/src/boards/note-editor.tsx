import type { Position } from '@spolu/board/shape';
import type { NoteColour } from '@spolu/contracts/boards';
import { NOTE_MAX_LENGTH } from '@spolu/contracts/plain';
import { PlainButton } from '@spolu/ui/plain';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useDraft } from '../shell/use-draft.ts';
import { movedCaret } from './caret.ts';
import { ColourPicker } from './colour-picker.tsx';
import { useNote } from './use-board.ts';
import type { BoardCopy } from './work-copy.ts';

/** A card handed to the server instead of the document, while notes are hidden or nobody's. */
export interface ComposedCard {
  text: string;
  colour: NoteColour;
  frameId: string | null;
}
export interface Compose {
  /** What becomes of the card: the writer should know before she writes. */
  mode: 'hidden' | 'anonymous';
  /** Under this key what is typed outlives a reload. */
  draftKey: string;
  send: (card: ComposedCard) => Promise<void>;
}

export type EditorTarget = { noteId: string } | { position: Position };

export interface NoteEditorProps {
  copy: BoardCopy;
  target: EditorTarget;
  colour: NoteColour;
  onColour: (colour: NoteColour) => void;
  /** `noteId` of the note that was written, null where none was. */
  onClose: (noteId: string | null) => void;
  compose?: Compose | undefined;
}

/** Writing a note. Every letter is in the document (and on this device's disk) as it is typed; there is nothing to save. */
export function NoteEditor({ copy, target, colour, onColour, onClose, compose }: NoteEditorProps) {
  if (compose && 'position' in target) return <CardComposer compose={compose} frameId={target.position.frameId} colour={colour} onColour={onColour} onClose={() => onClose(null)} />;
  return <LiveEditor copy={copy} target={target} colour={colour} onColour={onColour} onClose={onClose} />;
}

function LiveEditor({ copy, target, colour, onColour, onClose }: Omit<NoteEditorProps, 'compose'>) {
  const t = useText('boards');
  const id = useId();
  const { actions } = copy;
  const [noteId, setNoteId] = useState<string | null>('noteId' in target ? target.noteId : null);
  const note = useNote(copy, noteId);
  /** What is typed but too long for the board: kept in this tab until it is shortened. */
  const [tooLong, setTooLong] = useDraft<string | null>(`too long ${noteId ?? 'new note'}`, null);
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<{ text: string; at: number }>({ text: note?.text ?? '', at: 0 });
  const text = tooLong ?? note?.text ?? '';
  const may = noteId === null ? { edit: true } : actions.may(noteId);
  const gone = noteId !== null && !note;

  useEffect(() => {
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  useEffect(() => {
    if (gone) onClose(null);
  }, [gone, onClose]);
  // Somebody else typed in the same note: the caret stays at its letter.
  useLayoutEffect(() => {
    const element = field.current;
    const before = caret.current;
    if (element && before.text !== text && document.activeElement === element) {
      const at = movedCaret(before.text, text, before.at);
      element.setSelectionRange(at, at);
    }
    caret.current = { text, at: element?.selectionStart ?? 0 };
  }, [text]);

  function write(next: string, at: number) {
    caret.current = { text: next, at };
    if (next.length > NOTE_MAX_LENGTH) {
      setTooLong(next);
      return;
    }
    if (tooLong !== null) setTooLong(null);
    if (noteId !== null) actions.editNote(noteId, next);
    else if (next.trim() !== '' && 'position' in target) setNoteId(actions.addNote(next, colour, target.position));
  }
  function changeColour(next: NoteColour) {
    onColour(next);
    if (noteId !== null) actions.colourNotes([noteId], next);
  }
  function close() {
    if (tooLong !== null) {
      field.current?.focus();
      return;
    }
    if (noteId !== null && note?.text.trim() === '' && actions.may(noteId)?.remove) {
      actions.removeNotes([noteId]);
      onClose(null);
    } else onClose(noteId);
  }

  if (!may?.edit) return <NoteReader text={text} held={noteId !== null && actions.isHeld(noteId)} onClose={() => onClose(noteId)} />;
  return (
    <EditorFrame label={noteId === null ? t('note.new') : t('note.label')} colour={note?.colour ?? colour} onEscape={close} onSubmit={close}>
      <label className="visually-hidden" htmlFor={id}>
        {t('note.text')}
      </label>
      <textarea
        id={id}
        ref={field}
        className="board-editor-text"
        value={text}
        rows={5}
        aria-describedby={`${id}-hint`}
        aria-invalid={tooLong !== null || undefined}
        onChange={({ target: { value, selectionStart } }) => write(value, selectionStart)}
        onSelect={({ currentTarget }) => (caret.current = { text, at: currentTarget.selectionStart })}
      />
      <LengthHint id={`${id}-hint`} length={text.length} />
      <div className="board-editor-foot">
        <ColourPicker value={note?.colour ?? colour} onChange={changeColour} />
        <PlainButton look="secondary" onClick={close}>
          {t('note.done')}
        </PlainButton>
      </div>
    </EditorFrame>
  );
}

function CardComposer({ compose, frameId, colour, onColour, onClose }: { compose: Compose; frameId: string | null; colour: NoteColour; onColour: (colour: NoteColour) => void; onClose: () => void }) {
  const t = useText('boards');
  const problemText = useProblemText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText, forgetText] = useDraft<string>(compose.draftKey, '');
  const [state, setState] = useState<'writing' | 'sending' | 'sent'>('writing');
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  async function send() {
    if (text.trim() === '' || text.trim().length > NOTE_MAX_LENGTH) {
      field.current?.focus();
      return;
    }
    setState('sending');
    setProblem(null);
    try {
      await compose.send({ text: text.trim(), colour, frameId });
      setText('');
      forgetText();
      setState('sent');
    } catch (error) {
      // The words stay in the field.
      setProblem(error);
      setState('writing');
    }
    field.current?.focus();
  }

  return (
    <EditorFrame label={t('note.new')} colour={colour} onEscape={onClose} onSubmit={() => void send()}>
      <label className="visually-hidden" htmlFor={id}>
        {t('note.text')}
      </label>
      <textarea
        id={id}
        ref={field}
        className="board-editor-text"
        value={text}
        rows={5}
        aria-describedby={`${id}-mode ${id}-hint`}
        onChange={({ target: { value } }) => {
          setText(value);
          setState('writing');
        }}
      />
      <p id={`${id}-mode`} className="board-editor-hint">
        {t(`note.${compose.mode}`)}
      </p>
      <LengthHint id={`${id}-hint`} length={text.trim().length} quiet />
      <p role="status" className="board-editor-hint">
        {problem ? problemText(problem) : state === 'sent' ? t('note.sent') : ''}
      </p>
      <div className="board-editor-foot">
        <ColourPicker value={colour} onChange={onColour} />
        <PlainButton onClick={() => void send()} disabled={state === 'sending'}>
          {t('note.send')}
        </PlainButton>
        <PlainButton look="quiet" onClick={onClose}>
          {t('note.close')}
        </PlainButton>
      </div>
    </EditorFrame>
  );
}

function NoteReader({ text, held, onClose }: { text: string; held: boolean; onClose: () => void }) {
  const t = useText('boards');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <EditorFrame label={t('note.label')} onEscape={onClose}>
      <p className="board-editor-read keep-lines">{text || t('note.empty')}</p>
      <p className="board-editor-hint">{t(held ? 'lock.hint' : 'note.readOnly')}</p>
      <div className="board-editor-foot">
        <button type="button" ref={button} className="ui-button" data-look="secondary" onClick={onClose}>
          {t('note.close')}
        </button>
      </div>
    </EditorFrame>
  );
}

function EditorFrame({ label, colour, onEscape, onSubmit, children }: { label: string; colour?: NoteColour; onEscape: () => void; onSubmit?: () => void; children: ReactNode }) {
  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className="board-editor" role="dialog" aria-label={label} data-colour={colour} onKeyDown={handleKey}>
      {children}
    </div>
  );
}

/** Quiet until a fifth of the room is left. */
function LengthHint({ id, length, quiet }: { id: string; length: number; quiet?: boolean }) {
  const t = useText('boards');
  const room = NOTE_MAX_LENGTH - length;
  const near = room <= NOTE_MAX_LENGTH / 5;
  return (
    <p id={id} className="board-editor-hint" data-over={room < 0 || undefined} aria-live={near ? 'polite' : 'off'}>
      {room < 0 ? t('note.tooLong', { count: -room }) : near ? t('note.left', { count: room }) : quiet ? '' : t('note.hint')}
    </p>
  );
}
