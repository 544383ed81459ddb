import type { RoomView, SessionView } from '@spolu/contracts/sessions';
import { LinkButton } from '@spolu/ui/link-button';
import { LayoutDashboard } from 'lucide-react';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { HistoryView } from '../boards/history-view.tsx';
import { useResource } from '../http/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { Loaded } from '../shell/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { useAuthorName } from './use-author-name.ts';

/** What happened on a session's board, for those who run it. */
export function HistoryPage() {
  const { id = '' } = useParams();
  const session = useResource<SessionView>(`/sessions/${id}`);
  return (
    <Loaded query={session} as="page">
      {(view) => <History session={view} />}
    </Loaded>
  );
}

function History({ session }: { session: SessionView }) {
  const t = useText('sessions');
  const room = useResource<RoomView>(`/sessions/${session.id}/room`);
  const nameOf = useAuthorName(room.data?.staff?.participants);
  const activityOf = useCallback((activityId: string) => session.activities.find(({ id }) => id === activityId)?.title ?? '', [session.activities]);
  return (
    <Page
      title={t('history.title')}
      windowTitle={`${t('history.title')}: ${session.title}`}
      breadcrumbs={[
        { label: session.processTitle, href: `/processes/${session.processId}` },
        { label: session.title, href: `/sessions/${session.id}` },
      ]}
      actions={
        <LinkButton look="secondary" href={`/sessions/${session.id}/canvas`} icon={<LayoutDashboard aria-hidden size={20} />}>
          {t('next.board')}
        </LinkButton>
      }
    >
      <HistoryView boardId={session.boardId} nameOf={nameOf} activityOf={activityOf} />
    </Page>
  );
}
