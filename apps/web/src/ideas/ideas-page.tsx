import { IdeaSort, type IdeaList, type IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { Checkbox } from '@spolu/ui/checkbox';
import { EmptyState } from '@spolu/ui/empty-state';
import { Select } from '@spolu/ui/select';
import { Tag } from '@spolu/ui/tag';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import { useSettled } from '../shell/use-settled.ts';
import './ideas.css';
import { MergeDialog } from './merge-dialog.tsx';

const SEARCH_MAX_LENGTH = 200;

/** All ideas of a process. Its staff choose several here and merge them. */
export function IdeasPage() {
  const { processId = '' } = useParams();
  const t = useText('ideas');
  const process = useResource<ProcessView>(`/processes/${processId}`);
  return (
    <Loaded query={process} as="page">
      {({ title }) => (
        <Page title={t('list.title')} windowTitle={`${t('list.title')}: ${title}`} breadcrumbs={[{ label: title, href: `/processes/${processId}` }]}>
          <Ideas processId={processId} />
        </Page>
      )}
    </Loaded>
  );
}

function Ideas({ processId }: { processId: string }) {
  const t = useText('ideas');
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('search') ?? '');
  const search = useSettled(typed.trim());
  const all = params.get('state') === 'all';
  const wanted = IdeaSort.safeParse(params.get('sort'));
  const sort = wanted.success ? wanted.data : 'supported';
  const [seed] = useState(() => String(Math.floor(Math.random() * 1_000_000)));
  const query = new URLSearchParams({ ...(search && { search }), ...(all && { state: 'all' }), ...(sort !== 'supported' && { sort }), ...(sort === 'shuffled' && { seed }) }).toString();
  const ideas = useList<IdeaList>(`/processes/${processId}/ideas${query && `?${query}`}`, { keep: true });
  const [chosen, setChosen] = useState<readonly IdeaRow[] | null>(null);
  const [merging, setMerging] = useState(false);
  function handle(name: 'search' | 'state' | 'sort', value: string) {
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    }, { replace: true, preventScrollReset: true });
  }
  return (
    <div className="stack stack-l">
      <div role="search" className="ideas-filter no-print">
        <TextField
          type="search"
          optional
          width="medium"
          label={t('list.search')}
          value={typed}
          onChange={(value) => {
            const words = value.slice(0, SEARCH_MAX_LENGTH);
            setTyped(words);
            handle('search', words.trim());
          }}
          autoComplete="off"
        />
        <Select
          label={t('sort.label')}
          width="medium"
          options={IdeaSort.options.map((id) => ({ id, label: t(`sort.${id}`) }))}
          value={sort}
          onChange={(value) => handle('sort', value === 'supported' ? '' : value)}
        />
        <Checkbox label={t('list.all')} checked={all} onChange={(checked) => handle('state', checked ? 'all' : '')} />
      </div>
      <Loaded query={ideas}>
        {({ items, first }) => (
          <>
            {first.may.arrange && items.length > 1 && (
              <div className="ideas-chosen row no-print">
                {chosen === null ? (
                  <Button look="secondary" onPress={() => setChosen([])}>{t('merge.choose')}</Button>
                ) : (
                  <>
                    <p role="status">{t('merge.chosen', { count: chosen.length })}</p>
                    <Button onPress={() => setMerging(true)} isDisabled={chosen.length < 2}>{t('merge.open')}</Button>
                    <Button look="quiet" onPress={() => setChosen(null)}>{t('merge.stop')}</Button>
                  </>
                )}
              </div>
            )}
            {first.may.arrange && (
              <p className="no-print">
                <a href={`/processes/${processId}/reports`}>{t('reports.open')}</a>
              </p>
            )}
            {search !== '' && !ideas.hasNextPage && <p role="status" className="soft small">{t('list.found', { count: items.length })}</p>}
            {items.length === 0 && search === '' && <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>}
            <ul role="list" className="grid">
              {items.map((idea) => (
                <IdeaCard
                  key={idea.id}
                  idea={idea}
                  chosen={chosen === null || idea.state !== 'current' ? null : chosen.some(({ id }) => id === idea.id)}
                  onChoose={(choose) => setChosen((before) => (choose ? [...(before ?? []), idea] : (before ?? []).filter(({ id }) => id !== idea.id)))}
                />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <MoreOf list={ideas} label={t('list.title')} />
      {merging && chosen !== null && (
        <MergeDialog
          ideas={chosen}
          onClose={() => setMerging(false)}
        />
      )}
    </div>
  );
}

/** `chosen` null: nothing is chosen here now. */
function IdeaCard({ idea, chosen, onChoose }: { idea: IdeaRow; chosen: boolean | null; onChoose: (choose: boolean) => void }) {
  const t = useText('ideas');
  return (
    <Card as="li" look={chosen === null ? 'link' : 'plain'}>
      <h2 className="ideas-card-title">
        <a href={`/ideas/${idea.id}`}>{idea.title}</a>
      </h2>
      {idea.state !== 'current' && <Tag>{t(`state.${idea.state}`)}</Tag>}
      {idea.summary && <p className="ideas-card-text">{idea.summary}</p>}
      <p className="small soft">{[
          ...(idea.supportCount > 0 ? [t('talk.supporters', { count: idea.supportCount })] : []),
          ...(idea.commentCount > 0 ? [t('talk.comments', { count: idea.commentCount })] : []),
          ...(idea.noteCount > 0 ? [t('noteCount', { count: idea.noteCount })] : []),
          ...(idea.dots === null ? [] : [t('dotCount', { count: idea.dots })]),
        ].join(' · ')}</p>
      {chosen !== null && <Checkbox label={t('merge.this')} checked={chosen} onChange={onChoose} look="tile" hint={<span className="visually-hidden">{idea.title}</span>} />}
    </Card>
  );
}
