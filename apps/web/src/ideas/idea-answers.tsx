import type { PublishedAssessment } from '@spolu/contracts/assessment';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { useNamedPlace } from '../shell/page.tsx';
import { AnswerList } from './answer-list.tsx';

/** What departments said of the idea and the people of the process published. Nothing, where they have not. */
export function IdeaAnswers({ ideaId }: { ideaId: string }) {
  const t = useText('ideas');
  const { data } = useResource<PublishedAssessment[]>(`/ideas/${ideaId}/assessments`);
  useNamedPlace(data !== undefined);
  if (!data?.length) return null;
  return (
    <section className="page-section">
      <h2>{t('answers.title')}</h2>
      <AnswerList answers={data} named />
    </section>
  );
}
