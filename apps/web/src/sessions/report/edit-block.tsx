import type { OwnKind, ReportBlock, ReportDraft } from '@spolu/contracts/report-blocks';
import { isWritten, OWN_KINDS } from '@spolu/contracts/report-blocks';
import { Button } from '@spolu/ui/button';
import { Menu } from '@spolu/ui/menu';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { ArrowDown, ArrowUp, Eye, EyeOff, MessageSquare, Plus, RotateCcw, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { BlockView } from './block-view.tsx';
import { OwnFields } from './own-fields.tsx';
import { useBlock, type BlockState, type Typed } from './use-block.ts';

export interface EditBlockProps {
  block: ReportBlock;
  report: ReportDraft;
  number: number | null;
  place: { at: number; of: number };
  onState: (key: string, state: BlockState) => void;
  onMove: (key: string, by: -1 | 1) => void;
  onAdd: (kind: OwnKind, after: string) => void;
  /** An own block goes, a generated one is again as it was. */
  onRestore: (block: ReportBlock) => void;
  /** The block left the report while words in it were not saved yet. */
  onLost: (typed: Typed) => void;
}

/** A block with everything that can be done to it: by buttons, so that keys and screen readers do it too. */
export function EditBlock({ block, report, number, place, onState, onMove, onAdd, onRestore, onLost }: EditBlockProps) {
  const t = useText('sessions/report');
  const problemText = useProblemText();
  const editing = useBlock(report.sessionId, block);
  const { typed, state } = editing;
  const [commenting, setCommenting] = useState(typed.note !== '');
  const [opened, setOpened] = useState(false);
  const isOwn = block.key.startsWith('own-');
  const name = nameOf();
  useEffect(() => onState(block.key, state), [onState, block.key, state]);

  const shown: ReportBlock = { ...block, content: typed.content ?? block.content, note: commenting ? '' : typed.note };
  const { content } = shown;
  const isFields = isOwn && content.kind !== 'quote';

  function nameOf(): string {
    const { content: of } = block;
    const title = of.kind === 'activity' ? report.activities.find(({ id }) => id === of.activityId)?.title : of.kind === 'board' ? report.boards.find(({ boardId }) => boardId === of.boardId)?.title : null;
    return title ? `${t(`kind.${of.kind}`)}: ${title}` : t(`kind.${of.kind}`);
  }

  return (
    <li className="report-edit-block" data-hidden={typed.hidden || undefined} aria-label={name} data-key={block.key}>
      <div className="row row-apart">
        <span className="row">
          <strong>{name}</strong>
          {typed.hidden && <Tag tone="warn">{t('hidden')}</Tag>}
          {!typed.hidden && !isWritten(content) && <Tag>{t('unwritten')}</Tag>}
          {state !== 'saved' && <span className="small soft" role="status">{t(`saving.${state}`)}</span>}
        </span>
        <span className="row report-edit-tools" role="group" aria-label={t('tools', { name })}>
          <Button id={`up-${block.key}`} look="quiet" size="small" iconOnly icon={<ArrowUp aria-hidden size={18} />} aria-label={t('up', { name })} isDisabled={place.at === 0} onPress={() => onMove(block.key, -1)} />
          <Button id={`down-${block.key}`} look="quiet" size="small" iconOnly icon={<ArrowDown aria-hidden size={18} />} aria-label={t('down', { name })} isDisabled={place.at === place.of - 1} onPress={() => onMove(block.key, 1)} />
          <Button look="quiet" size="small" iconOnly icon={typed.hidden ? <Eye aria-hidden size={18} /> : <EyeOff aria-hidden size={18} />} aria-label={typed.hidden ? t('show', { name }) : t('hide', { name })} onPress={() => editing.change({ hidden: !typed.hidden })} />
          <Button look="quiet" size="small" iconOnly icon={<MessageSquare aria-hidden size={18} />} aria-label={t('commentOn', { name })} aria-expanded={commenting} onPress={() => { setOpened(true); setCommenting(!commenting); }} />
          {(isOwn || block.revision > 0) && (
            <Button look="quiet" size="small" iconOnly icon={isOwn ? <Trash2 aria-hidden size={18} /> : <RotateCcw aria-hidden size={18} />} aria-label={isOwn ? t('remove', { name }) : t('restoreBlock', { name })} isDisabled={state !== 'saved'} onPress={() => onRestore(block)} />
          )}
          <Menu
            trigger={{ look: 'quiet', size: 'small', iconOnly: true, icon: <Plus aria-hidden size={18} />, 'aria-label': t('addAfter', { name }) }}
            label={t('addAfter', { name })}
            entries={OWN_KINDS.map((kind) => ({ id: kind, label: t(`kind.${kind}`), onAction: () => onAdd(kind, block.key) }))}
          />
        </span>
      </div>
      {state === 'conflict' && (
        <Notice tone="warn" role="alert" title={t('conflict.title')}>
          <div className="stack stack-s">
            <p>{t('conflict.text')}</p>
            <div className="report-theirs">
              <BlockView block={block} report={report} number={number} />
            </div>
            <div className="row">
              <Button look="secondary" onPress={editing.keepMine}>{t('conflict.mine')}</Button>
              <Button look="secondary" onPress={editing.takeTheirs}>{t('conflict.theirs')}</Button>
            </div>
          </div>
        </Notice>
      )}
      {editing.failure !== null && (
        <Notice tone="bad" role="alert">
          <p>{problemText(editing.failure)}</p>
          <Button look="secondary" size="small" onPress={() => void editing.save()}>{t('again')}</Button>
        </Notice>
      )}
      {isFields && typed.content ? (
        <OwnFields content={typed.content} report={report} onChange={(next) => editing.change({ content: next })} />
      ) : content.kind === 'activity' || content.kind === 'board' ? (
        <details className="report-preview">
          <summary>{t('preview')}</summary>
          {content.kind === 'board' && <p className="small soft">{t('board.all')}</p>}
          <BlockView block={shown} report={report} number={number} />
        </details>
      ) : (
        <BlockView block={shown} report={report} number={number} />
      )}
      {commenting && <TextArea label={t('comment')} hint={t('commentHint')} optional autoFocus={opened} rows={2} lang={report.language} value={typed.note} onChange={(note) => editing.change({ note })} />}
      <LostGuard typed={typed} unsaved={state !== 'saved'} onLost={onLost} />
    </li>
  );
}

/** Somebody else took the block away while one was typing: the words are handed on, not dropped. */
function LostGuard({ typed, unsaved, onLost }: { typed: Typed; unsaved: boolean; onLost: (typed: Typed) => void }) {
  const [last] = useState<{ typed: Typed | null; onLost: (typed: Typed) => void }>({ typed: null, onLost });
  useEffect(() => {
    last.typed = unsaved ? typed : null;
    last.onLost = onLost;
  });
  useEffect(() => () => void (last.typed && last.onLost(last.typed)), [last]);
  return null;
}
