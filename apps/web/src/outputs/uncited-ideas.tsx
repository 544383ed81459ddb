import type { IdeaList, IdeaRow } from '@spolu/contracts/ideas';
import { Button } from '@spolu/ui/button';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';
import { useSettled } from '../shell/use-settled.ts';

/** Ideas that no recommendation stands on yet, by words and page by page; each can begin one. */
export function UncitedIdeas({ processId, cited, onUse }: { processId: string; cited: ReadonlySet<string>; onUse: (idea: IdeaRow) => void }) {
  const t = useText('outputs');
  const ideasText = useText('ideas');
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const list = useList<IdeaList>(`/processes/${processId}/ideas${search && `?${new URLSearchParams({ search }).toString()}`}`, { keep: true });
  return (
    <Loaded query={list}>
      {({ items }) => {
        if (items.length === 0 && search === '') return <p className="soft">{t('uncited.noIdeas')}</p>;
        const uncited = items.filter(({ id }) => !cited.has(id));
        return (
          <div className="stack stack-s">
            <p className="soft">{t('uncited.text')}</p>
            <div role="search" aria-label={ideasText('choose.search')}>
              <TextField type="search" optional label={ideasText('choose.search')} value={typed} onChange={setTyped} autoComplete="off" />
            </div>
            <p role="status" className="soft">
              {items.length === 0 ? ideasText('choose.nothing') : uncited.length > 0 ? '' : t(list.hasNextPage || search !== '' ? 'uncited.noneYet' : 'uncited.none')}
            </p>
            <ul role="list" className="stack stack-s">
              {uncited.map((idea) => (
                <li key={idea.id} className="row">
                  <a href={`/ideas/${idea.id}`}>{idea.title}</a>
                  {idea.noteCount > 0 && <span className="soft small">{t('notes', { count: idea.noteCount })}</span>}
                  <Button look="quiet" size="small" aria-label={t('uncited.useNamed', { title: idea.title })} onPress={() => onUse(idea)}>{t('uncited.use')}</Button>
                </li>
              ))}
            </ul>
            <MoreOf list={list} label={t('uncited.title')} />
          </div>
        );
      }}
    </Loaded>
  );
}
