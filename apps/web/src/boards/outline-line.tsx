import { Ellipsis, Lock, MessageSquare } from 'lucide-react';
import type { FocusEvent, MouseEvent, ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useNoteTranslations } from './note-translations.tsx';
import type { ListedDrawing, OutlineRow } from './outline-rows.ts';
import type { NoteLook } from './scene/note-look.ts';
import { useTalkWords } from './talk/use-talk.ts';
import type { BoardCommands } from './use-board-commands.ts';
import type { BoardCopy } from './work-copy.ts';

/** What makes an element a stop of the keyboard within its line. */
export interface Stop {
  tabIndex: number;
  'data-spot': boolean;
  onFocus: (event: FocusEvent<HTMLElement>) => void;
}

export interface OutlineLineProps {
  row: OutlineRow;
  copy: BoardCopy;
  commands: BoardCommands;
  mayCreate: boolean;
  selected: boolean;
  /** How the viewer sees it; of notes. */
  look: NoteLook | undefined;
  /** The editor that stands in this line, if it is open. */
  editor: ReactNode;
  stopOf: (column: number) => Stop;
  place: { 'aria-setsize': number; 'aria-posinset': number };
  onOpen: () => void;
  onAdd: () => void;
  onRemove: () => void;
  onMenu: (button: HTMLElement) => void;
}

/** One line of the board as a list: what it is, and what can be done with it. */
export function OutlineLine({ row, ...rest }: OutlineLineProps) {
  if (row.kind === 'frame') return <FrameLine row={row} {...rest} />;
  if (row.kind === 'cluster') return <ClusterLine row={row} {...rest} />;
  return <ThingLine row={row} {...rest} />;
}

type Line<Kind extends OutlineRow['kind']> = Omit<OutlineLineProps, 'row'> & { row: Extract<OutlineRow, { kind: Kind }> };

function LockedMark() {
  const t = useText('boards');
  return (
    <span className="board-row-mark">
      <Lock aria-hidden size={16} /> {t('drawing.locked')}
    </span>
  );
}

function FrameLine({ row, copy, commands, mayCreate: mayWrite, editor, stopOf, place, onAdd, onMenu }: Line<'frame'>) {
  const t = useText('boards');
  const { frame } = row;
  const { actions } = copy;
  const title = frame ? frame.title || t('frame.untitled') : t('frame.none');
  const isClosed = frame?.locked === true && !actions.persona.rights.editAll;
  const mayCreate = mayWrite && !isClosed;
  const mayInsert = actions.frames.may || (!isClosed && (actions.drawings.mayMake('text') || actions.drawings.mayMake('shape') || actions.drawings.mayMake('pin') || actions.drawings.mayMake('link')));
  return (
    <li className="board-row" data-kind="frame" data-row={row.id} data-editing={editor !== null || undefined} {...place}>
      <h2>
        {frame && actions.frames.may ? (
          <LineButton {...stopOf(0)} label={t('outline.renameFrame', { title })} onClick={() => commands.ask({ kind: 'frame', id: frame.id })}>
            {title}
          </LineButton>
        ) : (
          <span {...stopOf(0)}>{title}</span>
        )}
      </h2>
      <span className="soft small">{t('notes', { count: row.count })}</span>
      {frame?.locked && <LockedMark />}
      {frame && <TalkMark copy={copy} id={frame.id} />}
      {mayCreate && (
        <LineButton {...stopOf(1)} action label={t('outline.addTo', { title })} onClick={onAdd}>
          {t('outline.add')}
        </LineButton>
      )}
      {mayInsert ? (
        <MenuButton {...stopOf(mayCreate ? 2 : 1)} label={t('outline.insertInto', { title })} word={t('tools.insert')} onMenu={onMenu} />
      ) : (
        frame && <MenuButton {...stopOf(mayCreate ? 2 : 1)} label={t('outline.moreOf', { text: title })} word={t('tools.more')} onMenu={onMenu} />
      )}
      {editor}
    </li>
  );
}

function ClusterLine({ row, copy, commands, stopOf, place, onMenu }: Line<'cluster'>) {
  const t = useText('boards');
  const { cluster } = row;
  const { rights } = copy.actions.persona;
  const title = cluster.title || t('cluster.unnamed');
  const mayName = rights.write && rights.group;
  return (
    <li className="board-row" data-kind="cluster" data-row={row.id} {...place}>
      <h3>
        {mayName ? (
          <LineButton {...stopOf(0)} label={t('outline.renameCluster', { title })} onClick={() => commands.ask({ kind: 'cluster', id: cluster.id })}>
            {title}
          </LineButton>
        ) : (
          <span {...stopOf(0)}>{title}</span>
        )}
      </h3>
      <span className="soft small">{t('notes', { count: row.count })}</span>
      {cluster.votes !== null && <span className="soft small">{t('outline.votes', { count: cluster.votes })}</span>}
      <TalkMark copy={copy} id={cluster.id} />
      <MenuButton {...stopOf(1)} label={t('outline.moreOf', { text: title })} word={t('tools.more')} onMenu={onMenu} />
    </li>
  );
}

function ThingLine({ row, copy, commands, selected, look, editor, stopOf, place, onOpen, onRemove, onMenu }: Line<'note' | 'drawing'>) {
  const t = useText('boards');
  const drawingText = useDrawingText();
  const translationOf = useNoteTranslations();
  const { actions, selection } = copy;
  const item = row.kind === 'note' ? row.note : row.drawing.item;
  const text = row.kind === 'note' ? row.note.text || t('note.empty') : drawingText(row.drawing);
  const may = actions.may(item.id);
  const choosable = isChoosable(copy, item.id);
  const mayMove = actions.mayMoveTo([item.id]);
  const columns = [choosable, true, mayMove, may?.remove];
  const columnOf = (button: number) => columns.slice(0, button).filter(Boolean).length;
  return (
    <li className="board-row" data-kind={row.kind} data-row={row.id} data-clustered={(row.kind === 'note' && row.clustered) || undefined} data-editing={editor !== null || undefined} {...place}>
      {choosable && (
        <label className="board-row-choose">
          <input type="checkbox" {...stopOf(0)} aria-label={t('outline.choose', { text })} checked={selected} onChange={() => selection.toggle(actions.withGroups([item.id]))} />
        </label>
      )}
      {row.kind === 'note' && (
        <span className="board-row-colour" data-colour={look?.colour ?? row.note.colour}>
          {look?.sign && <span aria-hidden>{look.sign}</span>}
          <span className="visually-hidden">{t(`colour.${row.note.colour}`)}</span>
        </span>
      )}
      {editor ?? (
        <>
          <LineButton {...stopOf(columnOf(1))} label={t('outline.open', { text })} onClick={onOpen}>
            <span className="board-row-text">{text}</span>
          </LineButton>
          {row.kind === 'note' && translationOf(row.note.contributionId)}
          {look?.said && <span className="board-row-mark">{look.said}</span>}
          {item.locked && <LockedMark />}
          {item.groupId !== null && <span className="board-row-mark">{t('outline.bound')}</span>}
          {mayMove && (
            <LineButton {...stopOf(columnOf(2))} action label={t('outline.moveOf', { text })} onClick={() => commands.ask({ kind: 'move', noteIds: [item.id] })}>
              {t('move.short')}
            </LineButton>
          )}
          {may?.remove && (
            <LineButton {...stopOf(columnOf(3))} action label={t('outline.deleteOf', { text })} onClick={onRemove}>
              {t('delete')}
            </LineButton>
          )}
          <TalkMark copy={copy} id={item.id} />
          <MenuButton {...stopOf(columnOf(4))} label={t('outline.moreOf', { text })} word={t('tools.more')} onMenu={onMenu} />
        </>
      )}
    </li>
  );
}

/** What is said about a line's thing, in words. */
function TalkMark({ copy: { talk }, id }: { copy: BoardCopy; id: string }) {
  const words = useTalkWords()(talk.of(id));
  return (
    words !== '' && (
      <span className="board-row-mark">
        <MessageSquare aria-hidden size={16} /> {words}
      </span>
    )
  );
}

/** Whether something can be done to it together with others. */
export function isChoosable({ actions }: BoardCopy, id: string): boolean {
  const may = actions.may(id);
  return may?.move === true || may?.group === true;
}

/** A drawing in a line's words: what it is, what it says, what it joins. */
export function useDrawingText(): (drawing: ListedDrawing) => string {
  const t = useText('boards');
  return ({ kind, item, words, ends }) => {
    const what = 'form' in item ? t(`form.${item.form}`) : t(`drawing.${kind}`);
    const [from, to] = ends.map((end) => (end === null ? t('connect.nothing') : end || t('note.empty')));
    const joins = from !== undefined && to !== undefined ? t('connect.joins', { from, to }) : '';
    return [what, words, joins].filter(Boolean).join(': ');
  };
}

interface LineButtonProps extends Stop {
  label: string;
  /** One of the line's own small commands. */
  action?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function LineButton({ label, action, children, ...props }: LineButtonProps) {
  return (
    <button type="button" className={action ? 'board-row-action' : 'board-row-main'} aria-label={label} {...props}>
      {children}
    </button>
  );
}

function MenuButton({ label, word, onMenu, ...stop }: Stop & { label: string; word: string; onMenu: (button: HTMLElement) => void }) {
  return (
    <button
      type="button"
      className="board-row-action"
      aria-haspopup="menu"
      aria-label={label}
      data-menu
      {...stop}
      onClick={({ currentTarget }: MouseEvent<HTMLButtonElement>) => onMenu(currentTarget)}
    >
      <Ellipsis aria-hidden size={18} /> {word}
    </button>
  );
}
