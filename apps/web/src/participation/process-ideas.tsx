import type { Page as PageOf } from '@spolu/contracts/common';
import type { IdeaRow } from '@spolu/contracts/ideas';
import type { ProcessView } from '@spolu/contracts/participation';
import { Card } from '@spolu/ui/card';
import { useList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { MoreOf } from '../shell/more-of.tsx';

/** What came out of the sessions, the most supported first. */
export function ProcessIdeas({ process }: { process: ProcessView }) {
  const t = useText('participation');
  const ideas = useList<PageOf<IdeaRow>>(`/processes/${process.id}/ideas`);
  return (
    <section className="page-section">
      <h2>{t('ideas.title')}</h2>
      <Loaded query={ideas}>
        {({ items: rows }) =>
          rows.length === 0 ? (
            <p className="soft">{t('ideas.none')}</p>
          ) : (
            <ul role="list" className="grid">
              {rows.map((idea) => (
                  <Card as="li" look="link" key={idea.id}>
                    <h3>
                      <a href={`/ideas/${idea.id}`}>{idea.title}</a>
                    </h3>
                    {idea.summary && <p>{idea.summary}</p>}
                    <p className="small soft">
                      {[t('ideas.notes', { count: idea.noteCount }), idea.dots !== null && t('ideas.dots', { count: idea.dots })].filter(Boolean).join(' · ')}
                    </p>
                  </Card>
              ))}
            </ul>
          )
        }
      </Loaded>
      <MoreOf list={ideas} label={t('ideas.title')} />
    </section>
  );
}
