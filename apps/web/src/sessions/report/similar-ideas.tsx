import { SIMILAR_TEXT_MAX_LENGTH, type SimilarIdea } from '@spolu/contracts/ideas';
import { Notice } from '@spolu/ui/notice';
import { useResource } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSettled } from '../../shell/use-settled.ts';

/** Shorter than this says nothing yet. */
const TEXT_MIN_LENGTH = 4;

/** Ideas of a process that may propose what is being typed; said aloud as they come, nothing where there are none. */
export function SimilarIdeas({ processId, text }: { processId: string; text: string }) {
  const t = useText('sessions');
  const settled = useSettled(text.trim().slice(0, SIMILAR_TEXT_MAX_LENGTH));
  const { data: ideas = [] } = useResource<SimilarIdea[]>(
    settled.length < TEXT_MIN_LENGTH ? null : `/processes/${processId}/similar-ideas?${new URLSearchParams({ text: settled }).toString()}`,
  );
  return (
    <div role="status">
      {ideas.length > 0 && (
        <Notice title={t('idea.similar', { count: ideas.length })}>
          <ul>
            {ideas.map(({ id, title }) => (
              <li key={id}>
                <a href={`/ideas/${id}`} target="_blank" rel="noreferrer">
                  {title}
                  <span className="visually-hidden"> {t('idea.newTab')}</span>
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
