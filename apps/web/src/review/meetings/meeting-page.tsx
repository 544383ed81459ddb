import type { MeetingView } from '@spolu/contracts/meetings';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { LinkButton } from '@spolu/ui/link-button';
import { Tag } from '@spolu/ui/tag';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { AgendaPart } from './agenda-part.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { EditMeetingDialog } from './meetings-part.tsx';
import { MinutesPart } from './minutes-part.tsx';
import '../review.css';

/** While it is open, everybody in the hall sees who came and what was adopted. */
const LIVE_MS = 5_000;

/** A meeting from its invitation to its minutes; the secretary runs it here. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const [live, setLive] = useState(false);
  const meeting = useResource<MeetingView>(`/meetings/${id}`, { refetchInterval: live ? LIVE_MS : false });
  const open = meeting.data?.state === 'open';
  if (open !== live) setLive(open);
  return (
    <Loaded query={meeting} as="page">
      {(view) => <Meeting view={view} />}
    </Loaded>
  );
}

function Meeting({ view }: { view: MeetingView }) {
  const t = useText('review');
  const format = useFormat();
  const problemText = useProblemText();
  const [dialog, setDialog] = useState<'edit' | 'close' | null>(null);
  const open = useCommand(() => api.post(`/meetings/${view.id}/opening`, {}), ['/meetings']);
  const close = useCommand(() => api.post(`/meetings/${view.id}/closing`, {}), ['/meetings']);
  const { state, may } = view;
  return (
    <Page
      title={view.title}
      kind={view.bodyName}
      breadcrumbs={[{ label: t('desk.title'), href: '/desk' }]}
      meta={
        <>
          <Tag>{t(`meetings.state.${state}`)}</Tag>
          <span>
            {format.day(view.on)}, {view.at}
          </span>
          {view.place && <span>{view.place}</span>}
          {view.onlineUrl && <a href={view.onlineUrl}>{t('meetings.join')}</a>}
          <Link to={`/bodies/${view.bodyId}`}>{t('referral.body')}</Link>
        </>
      }
      actions={
        <>
          <LinkButton look="secondary" href={`/api/meetings/${view.id}/calendar`} download>
            {t('meetings.calendar')}
          </LinkButton>
          <Button look="secondary" onPress={() => window.print()}>
            {t('print')}
          </Button>
          {may.run && state !== 'approved' && (
            <Button look="secondary" onPress={() => setDialog('edit')}>
              {t('meetings.edit')}
            </Button>
          )}
          {may.run && state === 'planned' && (
            <Button isPending={open.isPending} onPress={() => open.mutate()}>
              {t('meetings.open')}
            </Button>
          )}
          {may.run && state === 'open' && <Button onPress={() => setDialog('close')}>{t('meetings.close')}</Button>}
        </>
      }
    >
      {open.error && <p role="alert">{problemText(open.error)}</p>}
      {view.invitation && (
        <section className="page-section">
          <h2>{t('meetings.invitation')}</h2>
          <p className="keep-lines review-words">{view.invitation}</p>
        </section>
      )}
      {state !== 'planned' && <AttendancePart view={view} />}
      {view.minutes !== '' && <MinutesPart view={view} />}
      <AgendaPart view={view} />
      {dialog === 'edit' && <EditMeetingDialog meeting={view} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        open={dialog === 'close'}
        onClose={() => setDialog(null)}
        title={t('meetings.closeTitle')}
        confirm={t('meetings.close')}
        onConfirm={async () => {
          await close.mutateAsync();
          setDialog(null);
        }}
      >
        {t('meetings.closeText')}
      </ConfirmDialog>
    </Page>
  );
}
