import { TEXT_MAX_LENGTH, Visibility } from '@spolu/contracts/common';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { DossierView, EditDossier, EditRecommendation } from '@spolu/contracts/outputs';
import { Problem } from '@spolu/contracts/problems';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { EmptyState } from '@spolu/ui/empty-state';
import { Notice } from '@spolu/ui/notice';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { toast } from '@spolu/ui/toast';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { v4 as uuid } from 'uuid';
import { api } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useFieldText, useProblemText } from '../http/use-problem-text.ts';
import { useText } from '../i18n/use-text.ts';
import { useChosenIdeas } from '../ideas/use-chosen-ideas.ts';
import { Loaded } from '../shell/loaded.tsx';
import { NotFoundPage } from '../shell/not-found-page.tsx';
import { Page } from '../shell/page.tsx';
import { fieldIdOf } from '../shell/use-form.ts';
import { DraftedRecommendation } from './drafted-recommendation.tsx';
import './outputs.css';
import { moved } from './recommendation-order.ts';
import { UncitedIdeas } from './uncited-ideas.tsx';
import { useDossierDraft } from './use-dossier-draft.ts';

/** Where a dossier is written. Saved by itself while one types; published by a step of its own. */
export function DossierEditPage() {
  const { id = '' } = useParams();
  const dossier = useResource<DossierView>(`/dossiers/${id}`, { staleTime: 0 });
  return (
    <Loaded query={dossier} as="page">
      {(view) => (view.draft ? <Editor key={id} view={view} draft={view.draft} /> : <NotFoundPage />)}
    </Loaded>
  );
}

function Editor({ view, draft: server }: { view: DossierView; draft: EditDossier }) {
  const t = useText('outputs');
  const fieldText = useFieldText();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const problemText = useProblemText();
  const editing = useDossierDraft(view.id, server);
  const { draft, change, problems } = editing;
  const cited = draft.recommendations.flatMap(({ ideaIds }) => ideaIds);
  const known = useChosenIdeas(view.processId, cited);
  const [publishing, setPublishing] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  // A new or moved recommendation takes the focus once it is on the page.
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (!focusOn.current) return;
    document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  });

  const errorOf = (path: string) => {
    const problem = problems.find((one) => one.path === path);
    return problem ? fieldText(problem) : null;
  };
  const setRecommendations = (next: (before: EditRecommendation[]) => EditRecommendation[]) =>
    change((before) => ({ ...before, recommendations: next(before.recommendations) }));

  function add(idea?: IdeaRow) {
    const recommendation = { id: uuid(), title: idea?.title ?? '', text: idea?.summary ?? '', reasons: '', ideaIds: idea ? [idea.id] : [] };
    focusOn.current = fieldIdOf(`recommendations.${draft.recommendations.length}.title`);
    setRecommendations((before) => [...before, recommendation]);
  }
  function move(from: number, by: -1 | 1) {
    setRecommendations((before) => moved(before, from, by));
    setSaid(t('movedTo', { number: from + by + 1 }));
  }
  async function publish() {
    setRefusal(null);
    if (!(await editing.save())) return;
    try {
      const { version } = await api.post<{ version: number }>(`/dossiers/${view.id}/versions`);
      await refresh('/dossiers', '/processes', '/ideas');
      toast(t('publish.done', { version }));
      await navigate(`/dossiers/${view.id}/versions/${version}`);
    } catch (error) {
      setRefusal(error);
    }
  }

  return (
    <Page
      title={t('editTitle')}
      windowTitle={`${t('editTitle')}: ${draft.title}`}
      breadcrumbs={[{ label: view.processTitle, href: `/processes/${view.processId}` }, { label: draft.title || t('dossier'), href: `/dossiers/${view.id}` }]}
    >
      <div className="outputs-state">
        <p role="status" className="small" data-state={editing.state}>
          {t(`saving.${editing.state}`)}
        </p>
        <div className="row">
          {editing.state !== 'saved' && editing.state !== 'conflict' && (
            <Button look="secondary" size="small" onPress={() => void editing.save()} isPending={editing.state === 'saving'}>{t('saveNow')}</Button>
          )}
          <Button size="small" onPress={() => setPublishing(true)} isDisabled={editing.state === 'conflict'}>{t('publish.open')}</Button>
        </div>
      </div>
      {editing.state === 'conflict' && (
        <Notice tone="warn" title={t('conflict.title')} role="alert">
          <div className="stack stack-s">
            <p>{t('conflict.text')}</p>
            <div className="row">
              <Button look="secondary" onPress={() => void editing.overwrite()}>{t('conflict.mine')}</Button>
              <Button look="secondary" onPress={() => void editing.takeTheirs()}>{t('conflict.theirs')}</Button>
              <a href={`/dossiers/${view.id}/edit`} target="_blank" rel="noreferrer">{t('conflict.look')}</a>
            </div>
          </div>
        </Notice>
      )}
      {editing.failure !== null && editing.state !== 'conflict' && <Notice tone="bad" role="alert">{problemText(editing.failure)}</Notice>}
      {refusal !== null && <Refusal error={refusal} />}

      <form className="form" onSubmit={(event) => event.preventDefault()} noValidate>
        <TextField id={fieldIdOf('title')} label={t('field.title')} value={draft.title} onChange={(title) => change((before) => ({ ...before, title }))} error={errorOf('title')} />
        <TextArea
          id={fieldIdOf('summary')}
          label={t('field.summary')}
          hint={t('field.summaryHint')}
          optional
          rows={6}
          maxLength={TEXT_MAX_LENGTH}
          value={draft.summary}
          onChange={(summary) => change((before) => ({ ...before, summary }))}
          error={errorOf('summary')}
        />
        <RadioGroup
          label={t('field.visibility')}
          options={Visibility.options.map((option) => ({ id: option, label: t(`visibility.${option}`), hint: t(`visibilityHint.${option}`) }))}
          value={draft.visibility}
          onChange={(visibility) => change((before) => ({ ...before, visibility }))}
        />
      </form>

      <section className="page-section">
        <h2>{draft.recommendations.length === 0 ? t('noRecommendations') : t('recommendations', { count: draft.recommendations.length })}</h2>
        <p className="visually-hidden" role="status">{said}</p>
        {draft.recommendations.length === 0 && <EmptyState level={3} title={t('none.title')}>{t('none.text')}</EmptyState>}
        <ol role="list" className="stack">
          {draft.recommendations.map((recommendation, i) => (
            <li key={recommendation.id}>
              <DraftedRecommendation
                recommendation={recommendation}
                index={i}
                last={i === draft.recommendations.length - 1}
                processId={view.processId}
                known={known}
                errorOf={errorOf}
                onChange={(part) => setRecommendations((before) => before.map((one) => (one.id === recommendation.id ? { ...one, ...part } : one)))}
                onMove={(by) => move(i, by)}
                onRemove={() => {
                  focusOn.current = 'add-recommendation';
                  setRecommendations((before) => before.filter((one) => one.id !== recommendation.id));
                }}
              />
            </li>
          ))}
        </ol>
        <div className="row">
          <Button id="add-recommendation" look="secondary" icon={<Plus aria-hidden size={20} />} onPress={() => add()}>{t('addRecommendation')}</Button>
        </div>
      </section>

      <section className="page-section">
        <h2>{t('uncited.title')}</h2>
        <UncitedIdeas processId={view.processId} cited={new Set(cited)} onUse={add} />
      </section>

      <ConfirmDialog
        open={publishing}
        onClose={() => setPublishing(false)}
        title={t('publish.title', { version: (view.versions[0]?.version ?? 0) + 1 })}
        confirm={t('publish.confirm')}
        onConfirm={publish}
      >
        <p>{t('publish.text')}</p>
        <p>{t(`publish.${draft.visibility}`)}</p>
      </ConfirmDialog>
    </Page>
  );
}

/** Why it was not published; leads to the recommendation that is to blame. */
function Refusal({ error }: { error: unknown }) {
  const t = useText('outputs');
  const problemText = useProblemText();
  const number = error instanceof Problem ? error.facts['number'] : undefined;
  return (
    <Notice tone="bad" role="alert" title={t('publish.failed')}>
      <p>
        {problemText(error)}{' '}
        {typeof number === 'number' && <a href={`#${fieldIdOf(`recommendations.${number - 1}.title`)}`}>{t('toRecommendation', { number })}</a>}
      </p>
    </Notice>
  );
}
