import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { IdeaList, IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import { Button } from '@spolu/ui/button';
import { Card } from '@spolu/ui/card';
import { Checkbox } from '@spolu/ui/checkbox';
import { EmptyState } from '@spolu/ui/empty-state';
import { Spinner } from '@spolu/ui/progress';
import { Tag } from '@spolu/ui/tag';
import { List, Map, MapPin, Printer } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { Page } from '../shell/page.tsx';
import './ideas.css';
import { IdeaFilter } from './idea-filter.tsx';
import './places/places.css';
import { PrintedHead } from './printed-head.tsx';
import { useIdeaFilter } from './use-idea-filter.ts';

const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));
const IdeasMap = lazy(async () => ({ default: (await import('./places/ideas-map.tsx')).IdeasMap }));

/** All ideas of a process. Its staff choose several here and merge them. */
export function IdeasPage() {
  const { processId = '' } = useParams();
  const t = useText('ideas');
  const process = useResource<ProcessView>(`/processes/${processId}`);
  return (
    <Loaded query={process} as="page">
      {({ title }) => (
        <Page
          title={t('list.title')}
          windowTitle={`${t('list.title')}: ${title}`}
          breadcrumbs={[{ label: title, href: `/processes/${processId}` }]}
          actions={<Button look="secondary" icon={<Printer aria-hidden size={20} />} onPress={() => window.print()}>{t('print')}</Button>}
        >
          <Ideas processId={processId} processTitle={title} />
        </Page>
      )}
    </Loaded>
  );
}

function Ideas({ processId, processTitle }: { processId: string; processTitle: string }) {
  const t = useText('ideas');
  const filter = useIdeaFilter();
  const { query, search, narrowed, values, map, part, look } = filter;
  const list = useRef<HTMLDivElement>(null);
  const intake = useResource<IdeaIntakeView>(`/processes/${processId}/idea-intake`);
  const ideas = useList<IdeaList>(`/processes/${processId}/ideas${query && `?${query}`}`, { keep: true });
  const [chosen, setChosen] = useState<readonly IdeaRow[] | null>(null);
  const [merging, setMerging] = useState(false);
  return (
    <div className="stack stack-l">
      <IdeaFilter filter={filter} categories={intake.data?.categories ?? []} />
      {intake.data?.plan && (
        <div className="row no-print" role="group" aria-label={t('map.how')}>
          <Button look={map ? 'secondary' : 'primary'} size="small" icon={<List aria-hidden size={18} />} aria-pressed={!map} onPress={() => look({ map: false })}>{t('map.list')}</Button>
          <Button look={map ? 'primary' : 'secondary'} size="small" icon={<Map aria-hidden size={18} />} aria-pressed={map} onPress={() => look({ map: true })}>{t('map.map')}</Button>
        </div>
      )}
      <div className="ideas-beside" data-map={map || undefined}>
        {map && intake.data?.plan && (
          <Suspense fallback={<Spinner />}>
            <IdeasMap processId={processId} query={query} part={part} onPart={(chosen) => look({ part: chosen })} onList={() => list.current?.focus()} />
          </Suspense>
        )}
        <div className="stack stack-l" ref={list} tabIndex={-1}>
          <Loaded query={ideas}>
            {({ items, first }) => (
              <>
                <PrintedHead
                  process={processTitle}
                  facts={[
                    t(ideas.hasNextPage ? 'list.printedSome' : 'list.printedAll', { count: items.length }),
                    t(`sort.${values.sort}`),
                    ...(search ? [t('list.printedSearch', { search })] : []),
                  ]}
                />
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
                {/* Of a list that goes on nobody knows how many there are. */}
                {narrowed && !ideas.hasNextPage && items.length > 0 && <p role="status" className="soft small no-print">{t('list.found', { count: items.length })}</p>}
                {items.length === 0 && !narrowed && <EmptyState title={t('list.noneTitle')}>{t('list.none')}</EmptyState>}
                {items.length === 0 && narrowed && (
                  <div role="status">
                    <EmptyState title={t('list.notFoundTitle')} action={<Button look="secondary" onPress={filter.clear}>{t('list.clear')}</Button>}>
                      {t('list.notFound')}
                    </EmptyState>
                  </div>
                )}
                <ul role="list" className="grid ideas-list">
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
        </div>
      </div>
      <Suspense>{merging && chosen !== null && <MergeDialog ideas={chosen} onClose={() => setMerging(false)} />}</Suspense>
    </div>
  );
}

/** `chosen` null: nothing is chosen here now. */
function IdeaCard({ idea, chosen, onChoose }: { idea: IdeaRow; chosen: boolean | null; onChoose: (choose: boolean) => void }) {
  const t = useText('ideas');
  const lang = idea.language ?? undefined;
  return (
    <Card as="li" look={chosen === null ? 'link' : 'plain'}>
      <h2 className="ideas-card-title" lang={lang}>
        <a href={`/ideas/${idea.id}`}>{idea.title}</a>
      </h2>
      {(idea.state !== 'current' || idea.category) && (
        <p className="row">
          {idea.state !== 'current' && <Tag>{t(`state.${idea.state}`)}</Tag>}
          {idea.category && <Tag>{idea.category}</Tag>}
        </p>
      )}
      {idea.placeName && (
        <p className="ideas-card-place small" lang={lang}>
          <MapPin aria-hidden size={16} /> {idea.placeName}
        </p>
      )}
      {idea.summary && <p className="ideas-card-text" lang={lang}>{idea.summary}</p>}
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
