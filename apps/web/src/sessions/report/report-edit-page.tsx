import type { OwnContent, OwnKind, ReportBlock, ReportDraft, ReportVersion } from '@spolu/contracts/report-blocks';
import { isOwn, isOwnContent, isWritten, OWN_KINDS } from '@spolu/contracts/report-blocks';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { Menu } from '@spolu/ui/menu';
import { Notice } from '@spolu/ui/notice';
import { toast } from '@spolu/ui/toast';
import { Plus, RotateCcw } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../http/api.ts';
import { useRefresh, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { OwnWords } from '../feedback/own-words.tsx';
import { ReflectionLink } from '../feedback/reflection-link.tsx';
import { SurveyPanel } from '../feedback/survey-panel.tsx';
import { chapterNumbers } from './chapter-numbers.ts';
import { DownloadReport } from './download-report.tsx';
import { EditBlock } from './edit-block.tsx';
import { newItem } from './own-fields.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { QuoteDialog } from './quote-dialog.tsx';
import { ReportPictureView } from './report-picture.tsx';
import { SetAside } from './set-aside.tsx';
import './report.css';
import { draftPath, type BlockState, type Typed } from './use-block.ts';

/** What others changed is seen so soon. */
const LOOK_AGAIN_MS = 10_000;
const WORST: readonly BlockState[] = ['conflict', 'failed', 'invalid', 'saving', 'dirty'];

/** Where a report is written: saved block by block while one types; what readers get is published by a step of its own. */
export function ReportEditPage() {
  const { id = '' } = useParams();
  const draft = useResource<ReportDraft>(draftPath(id), { staleTime: 0, refetchInterval: LOOK_AGAIN_MS });
  return (
    <Loaded query={draft} as="page">
      {(view) => <Editor draft={view} />}
    </Loaded>
  );
}

type Asking = { kind: 'publish' } | { kind: 'restore'; to: 'order' | 'generated' | number } | { kind: 'block'; block: ReportBlock } | { kind: 'quote' | 'picture'; after: string | null };

function Editor({ draft }: { draft: ReportDraft }) {
  const t = useText('sessions/report');
  const format = useFormat();
  const problemText = useProblemText();
  const refresh = useRefresh();
  const { sessionId } = draft;
  const path = draftPath(sessionId);
  const versions = useResource<ReportVersion[]>(`/sessions/${sessionId}/report-versions`);
  const [states, setStates] = useState<Readonly<Record<string, BlockState>>>({});
  const [asking, setAsking] = useState<Asking | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [lost, setLost] = useState<readonly Typed[]>([]);
  const [said, setSaid] = useState('');
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    const target = focusOn.current === null ? null : document.getElementById(focusOn.current) ?? document.querySelector<HTMLElement>(`[data-key="${focusOn.current}"] :is(input, textarea)`);
    if (!target) return;
    target.focus();
    focusOn.current = null;
  });
  const handleState = useCallback((key: string, state: BlockState) => setStates((before) => (before[key] === state ? before : { ...before, [key]: state })), []);
  const handleLost = useCallback((typed: Typed) => setLost((before) => [...before, typed]), []);

  const keys = draft.blocks.map(({ key }) => key);
  const state = WORST.find((worst) => keys.some((key) => states[key] === worst)) ?? 'saved';
  const numbers = chapterNumbers(draft.blocks);
  const isPublished = draft.version !== null && draft.publishedRevision === draft.revision;

  /** One command after which the draft is read anew; a refusal is said on top. */
  async function run<Answer>(command: () => Promise<Answer>): Promise<Answer | null> {
    setRefusal(null);
    try {
      return await command();
    } catch (error) {
      setRefusal(error);
      return null;
    } finally {
      await refresh(path, `/sessions/${sessionId}/report`);
    }
  }

  async function handleMove(key: string, by: -1 | 1) {
    const at = keys.indexOf(key);
    const after = by === 1 ? keys[at + 1] : (keys[at - 2] ?? null);
    const to = at + by;
    const isEdge = to === 0 || to === keys.length - 1;
    focusOn.current = `${(by === -1) === isEdge ? 'down' : 'up'}-${key}`;
    await run(() => api.post(`${path}/moves`, { key, after }));
    setSaid(t('movedTo', { number: to + 1, of: keys.length }));
  }
  async function add(content: OwnContent, after: string | null) {
    const made = await run(() => api.post<{ key: string }>(`${path}/blocks`, { content, after }));
    if (made) focusOn.current = made.key;
    setSaid(made ? t('added', { name: t(`kind.${content.kind}`) }) : '');
  }
  function handleAdd(kind: OwnKind, after: string | null) {
    switch (kind) {
      case 'quote':
      case 'picture': return setAsking({ kind, after });
      case 'actions': return void add({ kind, items: [newItem()] }, after);
      default: return void add({ kind, text: '' }, after);
    }
  }
  /** A comment goes with it and is asked about; words of her own are handed back below. */
  function handleRestore(block: ReportBlock) {
    if (!isOwn(block.key) && block.note) setAsking({ kind: 'block', block });
    else void restore(block);
  }
  async function restore(block: ReportBlock) {
    await run(() => api.post(`${path}/blocks/${block.key}/restore`, { revision: block.revision }));
    const { content } = block;
    if (!isOwn(block.key) || !isOwnContent(content) || !isWritten(content)) return;
    setLost((before) => [...before, { content, note: block.note, hidden: block.hidden }]);
  }
  async function handleConfirm() {
    if (asking?.kind === 'publish') {
      const made = await run(() => api.post<{ number: number }>(`/sessions/${sessionId}/report-versions`, { revision: draft.revision }));
      if (made) toast(t('publish.done', { number: made.number }));
      await refresh(`/sessions/${sessionId}/report-versions`);
    }
    if (asking?.kind === 'restore') {
      const { to } = asking;
      await run(() => api.post(`${path}/restore`, { revision: draft.revision, to }));
    }
    if (asking?.kind === 'block') await restore(asking.block);
    setAsking(null);
  }

  const addMenu = (after: string | null) => (
    <Menu
      trigger={{ look: 'secondary', icon: <Plus aria-hidden size={20} />, children: t('add') }}
      label={t('add')}
      entries={OWN_KINDS.map((kind) => ({ id: kind, label: t(`kind.${kind}`), onAction: () => handleAdd(kind, after) }))}
    />
  );

  return (
    <Page
      title={t('edit.title')}
      windowTitle={`${t('edit.title')}: ${draft.title}`}
      breadcrumbs={[{ label: draft.processTitle, href: `/processes/${draft.processId}` }, { label: draft.title, href: `/sessions/${sessionId}/report` }]}
      actions={<DownloadReport sessionId={sessionId} of="draft" everything />}
    >
      <p>{t('edit.intro')}</p>
      <div className="report-edit-bar">
        <p role="status" className="small" data-state={state}>{t(`saving.${state}`)}</p>
        <div className="row">
          <Menu
            trigger={{ look: 'quiet', size: 'small', icon: <RotateCcw aria-hidden size={18} />, children: t('restore.button') }}
            label={t('restore.button')}
            entries={[
              { id: 'order', label: t('restore.order'), onAction: () => setAsking({ kind: 'restore', to: 'order' }) },
              { id: 'generated', label: t('restore.generated'), onAction: () => setAsking({ kind: 'restore', to: 'generated' }) },
              ...(versions.data ?? []).map(({ number, publishedAt }) => ({ id: String(number), label: t('restore.version', { number, day: format.dateTime(publishedAt) }), onAction: () => setAsking({ kind: 'restore', to: number }) })),
            ]}
          />
          <Button size="small" isDisabled={state !== 'saved' || draft.closedAt === null} onPress={() => setAsking({ kind: 'publish' })}>{t('publish.open')}</Button>
        </div>
      </div>
      <p className="small">
        {draft.version === null ? t('readers.generated') : isPublished ? t('readers.current', { number: draft.version.number }) : t('readers.older', { number: draft.version.number })}
        {draft.closedAt === null && ` ${t('readers.afterClose')}`}
      </p>
      {refusal !== null && (
        <Notice tone="bad" role="alert">{refusal instanceof Problem && refusal.code === 'changed-meanwhile' ? t('changedMeanwhile') : problemText(refusal)}</Notice>
      )}
      {lost.map((typed, i) => (
        <Notice key={i} tone="warn" role="status" title={t('lost.title')}>
          <div className="stack stack-s">
            {typed.content && 'text' in typed.content && <p className="keep-lines">{typed.content.text}</p>}
            {typed.content?.kind === 'picture' && <ReportPictureView report={draft} picture={typed.content} />}
            {typed.note && <p className="keep-lines">{typed.note}</p>}
            <div className="row">
              {typed.content && (
                <Button look="secondary" size="small" onPress={() => { setLost(lost.filter((one) => one !== typed)); if (typed.content) void add(typed.content, null); }}>{t('lost.again')}</Button>
              )}
              <Button look="quiet" size="small" onPress={() => setLost(lost.filter((one) => one !== typed))}>{t('lost.forget')}</Button>
            </div>
          </div>
        </Notice>
      ))}
      <p role="status" className="visually-hidden">{said}</p>
      <div className="row">{addMenu(null)}</div>
      <ol className="report-edit" role="list">
        {draft.blocks.map((block, at) => (
          <EditBlock
            key={block.key} block={block} report={draft} number={numbers.get(block.key) ?? null} place={{ at, of: draft.blocks.length }}
            onState={handleState} onMove={(key, by) => void handleMove(key, by)} onAdd={handleAdd} onRestore={handleRestore} onLost={handleLost}
          />
        ))}
      </ol>
      <div className="row">{addMenu(keys.at(-1) ?? null)}</div>
      <SetAside sessionId={sessionId} />
      <SurveyPanel sessionId={sessionId} closedAt={draft.closedAt} />
      <OwnWords sessionId={sessionId} />
      {draft.closedAt !== null && <ReflectionLink sessionId={sessionId} />}
      {asking?.kind === 'quote' && (
        <QuoteDialog
          report={draft}
          onClose={() => setAsking(null)}
          onChoose={(contributionId) => {
            setAsking(null);
            void add({ kind: 'quote', contributionId }, asking.after);
          }}
        />
      )}
      {asking?.kind === 'picture' && (
        <PictureDialog
          sessionId={sessionId}
          language={draft.language}
          after={asking.after}
          onClose={() => setAsking(null)}
          onAdded={(key) => {
            setAsking(null);
            focusOn.current = key;
            setSaid(t('added', { name: t('kind.picture') }));
          }}
        />
      )}
      {asking?.kind === 'block' && (
        <ConfirmDialog open onClose={() => setAsking(null)} onConfirm={handleConfirm} title={t('restore.blockTitle')} confirm={t('restore.confirm')} danger>
          {t('restore.blockMeans')}
        </ConfirmDialog>
      )}
      {(asking?.kind === 'publish' || asking?.kind === 'restore') && (
        <ConfirmDialog
          open
          onClose={() => setAsking(null)}
          onConfirm={handleConfirm}
          title={asking.kind === 'publish' ? t('publish.title') : t('restore.title')}
          confirm={asking.kind === 'publish' ? t('publish.confirm') : t('restore.confirm')}
          danger={asking.kind === 'restore' && asking.to === 'generated'}
        >
          {asking.kind === 'publish' ? t('publish.means') : asking.to === 'order' ? t('restore.orderMeans') : asking.to === 'generated' ? t('restore.generatedMeans') : t('restore.versionMeans', { number: asking.to })}
        </ConfirmDialog>
      )}
    </Page>
  );
}
