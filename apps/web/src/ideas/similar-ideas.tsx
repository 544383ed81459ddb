import { SIMILAR_TEXT_MAX_LENGTH, type SimilarIdea } from '@spolu/contracts/ideas';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { useSettled } from '../shell/use-settled.ts';

/** Fewer letters are like everything. */
const COMPARED_FROM = 8;

/** Ideas that may propose the same, while she writes: she reads them and decides. A failed look is no failure of hers. */
export function SimilarIdeas({ processId, text }: { processId: string; text: string }) {
  const t = useText('ideas');
  const settled = useSettled(text.trim().slice(0, SIMILAR_TEXT_MAX_LENGTH).trim());
  const { data = [] } = useResource<SimilarIdea[]>(
    settled.length < COMPARED_FROM ? null : `/processes/${processId}/similar-ideas?${new URLSearchParams({ text: settled }).toString()}`, { placeholderData: (before) => before },
  );
  const found = settled.length < COMPARED_FROM ? [] : data;
  return (
    <div>
      <p role="status" className={found.length > 0 ? 'ideas-similar-count' : undefined}>
        {found.length > 0 && t('similar.found', { count: found.length })}
      </p>
      {found.length > 0 && (
        <ul className="stack stack-s ideas-similar" aria-label={t('similar.title')}>
          {found.map(({ id, title, summary }) => (
            <li key={id}>
              <a href={`/ideas/${id}`} target="_blank" rel="noreferrer">
                {title}
              </a>
              {summary && <p className="soft small ideas-two-lines">{summary}</p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
