import type { HistoryAuthor } from '@spolu/contracts/boards';
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
  const nameOf = useAuthorName(session.id);
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

/** Participants by the name they gave, or by their place in the list of those who came; those with an account by theirs. */
function useAuthorName(sessionId: string): (author: HistoryAuthor | null) => string {
  const t = useText('sessions');
  const room = useResource<RoomView>(`/sessions/${sessionId}/room`);
  const participants = room.data?.staff?.participants;
  return useCallback(
    (author) => {
      if (!author) return t('history.nobody');
      if (author.name) return author.name;
      const place = participants?.findIndex(({ id }) => id === author.participantId) ?? -1;
      if (place < 0) return t('history.somebody');
      return participants?.[place]?.nickname ?? t('history.participant', { number: place + 1 });
    },
    [participants, t],
  );
}
