import type { AuthorQuestions } from '@spolu/contracts/review-questions';
import { Notice } from '@spolu/ui/notice';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';

/** For whoever wrote something that a body asks about: that her answer is awaited, and the way there. */
export function AskedPart() {
  const t = useText('home');
  const asked = useResource<AuthorQuestions>('/author-questions');
  const count = (asked.data?.questions ?? []).filter(({ mayAnswer, answeredAt }) => mayAnswer && answeredAt === null).length;
  if (count === 0) return null;
  return (
    <Notice tone="warn" title={t('asked.title', { count })}>
      <a href="/my">{t('asked.way')}</a>
    </Notice>
  );
}
