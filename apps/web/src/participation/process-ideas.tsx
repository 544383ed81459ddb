import type { Page as PageOf } from '@spolu/contracts/common';
import type { IdeaIntakeView } from '@spolu/contracts/idea-intake';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import { Card } from '@spolu/ui/card';
import { LinkButton } from '@spolu/ui/link-button';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useResource } from '../http/queries.ts';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useSettled } from '../shell/use-settled.ts';

/** Fewer are read faster than searched. */
const SEARCH_FROM = 6;
const SEARCH_MAX_LENGTH = 200;

/** What came out of the sessions, the most supported first; what is searched for stands in the address. */
export function ProcessIdeas({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(params.get('ideas') ?? '');
  const search = useSettled(typed.trim());
  const ideas = useList<PageOf<IdeaRow>>(`/processes/${process.id}/ideas${search && `?${new URLSearchParams({ search }).toString()}`}`, { keep: true });
  // emptied, it stays while all of them come back: somebody stands in it
  const searchable = typed !== '' || search !== '' || ideas.isPlaceholderData || (ideas.data?.items.length ?? 0) >= SEARCH_FROM;
  function handleTyped(value: string) {
    const words = value.slice(0, SEARCH_MAX_LENGTH);
    setTyped(words);
    setParams((before) => {
      if (words.trim()) before.set('ideas', words.trim());
      else before.delete('ideas');
      return before;
    }, { replace: true, preventScrollReset: true });
  }
  const intake = useResource<IdeaIntakeView>(`/processes/${process.id}/idea-intake`);
  return (
    <section className="page-section">
      <h2>{t('ideas.title')}</h2>
      {(intake.data?.open || intake.data?.may.edit) && (
        <div className="row no-print">
          {intake.data.open && <LinkButton href={`/processes/${process.id}/ideas/new`}>{t('ideas.add')}</LinkButton>}
          {intake.data.may.edit && (
            <LinkButton look="secondary" href={`/processes/${process.id}/idea-intake`}>
              {t('ideas.intake')}
            </LinkButton>
          )}
          {intake.data.may.edit && (
            <LinkButton look="secondary" href={`/processes/${process.id}/desk`}>
              {t('ideas.desk')}
            </LinkButton>
          )}
        </div>
      )}
      {searchable && (
        <div role="search" className="no-print">
          <TextField type="search" optional width="medium" label={t('ideas.search')} value={typed} onChange={handleTyped} autoComplete="off" />
        </div>
      )}
      <Loaded query={ideas}>
        {({ items: rows }) => (
          <>
            {/* Of a list that goes on nobody knows how many there are. */}
            {search !== '' && !ideas.hasNextPage && (
              <p role="status" className="soft small">
                {t('ideas.found', { count: rows.length })}
              </p>
            )}
            {rows.length === 0 && search === '' && <p className="soft">{t(intake.data?.open ? 'ideas.noneYet' : 'ideas.none')}</p>}
            {rows.length > 0 && (
              <ul role="list" className="grid">
                {rows.map((idea) => (
                  <Card as="li" look="link" key={idea.id}>
                    <h3>
                      <a href={`/ideas/${idea.id}`}>{idea.title}</a>
                    </h3>
                    {idea.summary && <p>{idea.summary}</p>}
                    <p className="small soft">
                      {[idea.noteCount > 0 && t('ideas.notes', { count: idea.noteCount }), idea.dots !== null && t('ideas.dots', { count: idea.dots })].filter(Boolean).join(' · ')}
                    </p>
                  </Card>
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <MoreOf list={ideas} label={t('ideas.title')} />
      <p className="no-print">
        <a href={`/processes/${process.id}/ideas`}>{t('ideas.all')}</a>
      </p>
    </section>
  );
}
