import type { InboxCard } from '@spolu/contracts/activities/brainstorm';
import { useResource } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { AsideList } from '../activities/brainstorm/aside-list.tsx';

/** What nobody reads in the report: cards that staff set aside, and those that nobody decided about. For staff alone, beside the blocks. */
export function SetAside({ sessionId }: { sessionId: string }) {
  const t = useText('sessions');
  const { data = [] } = useResource<InboxCard[]>(`/sessions/${sessionId}/inbox`);
  if (data.length === 0) return null;
  const waiting = data.filter(({ state }) => state === 'inbox');
  return (
    <section className="stack stack-s" aria-labelledby="set-aside">
      <h2 id="set-aside">{t('inbox.inReport')}</h2>
      <p className="soft">{t('inbox.inReportMeans')}</p>
      {waiting.length > 0 && <p>{t('inbox.undecided', { count: waiting.length })}</p>}
      <AsideList cards={data.filter(({ state }) => state === 'aside')} />
    </section>
  );
}
