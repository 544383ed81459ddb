import type { Invited, MeetingView } from '@spolu/contracts/meetings';
import { Button } from '@spolu/ui/button';
import { ConfirmDialog } from '@spolu/ui/dialog';
import { LinkButton } from '@spolu/ui/link-button';
import { Notice } from '@spolu/ui/notice';
import { Tag } from '@spolu/ui/tag';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { dayInTown, useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { Loaded } from '../../shell/loaded.tsx';
import { Page } from '../../shell/page.tsx';
import { AgendaPart } from './agenda-part.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { CancelMeetingDialog } from './cancel-meeting-dialog.tsx';
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
  const [dialog, setDialog] = useState<'edit' | 'close' | 'invite' | 'cancel' | null>(null);
  const open = useCommand(() => api.post(`/meetings/${view.id}/opening`, {}), ['/meetings']);
  const close = useCommand(() => api.post(`/meetings/${view.id}/closing`, {}), ['/meetings']);
  const invite = useCommand(() => api.post<Invited>(`/meetings/${view.id}/invitations`, {}), ['/meetings']);
  const { state, may } = view;
  const today = dayInTown(new Date());
  const isHeld = state !== 'planned' && state !== 'cancelled';
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
          {may.run && state === 'planned' && view.invitedAt !== null && <span>{t('meetings.invitedAt', { date: format.dayShort(view.invitedAt) })}</span>}
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
          {may.run && state !== 'approved' && state !== 'cancelled' && (
            <Button look="secondary" onPress={() => setDialog('edit')}>
              {t('meetings.edit')}
            </Button>
          )}
          {may.run && state === 'planned' && (
            <Button look="secondary" onPress={() => setDialog('cancel')}>
              {t('meetings.cancel')}
            </Button>
          )}
          {may.run && state === 'planned' && view.on >= today && (
            <Button look={view.invitedAt === null && view.on > today ? 'primary' : 'secondary'} onPress={() => setDialog('invite')}>
              {t(view.invitedAt === null ? 'meetings.invite' : 'meetings.inviteAgain')}
            </Button>
          )}
          {may.run && state === 'planned' && view.on <= today && (
            <Button isPending={open.isPending} onPress={() => open.mutate()}>
              {t('meetings.open')}
            </Button>
          )}
          {may.run && state === 'open' && <Button onPress={() => setDialog('close')}>{t('meetings.close')}</Button>}
        </>
      }
    >
      {open.error && <p role="alert">{problemText(open.error)}</p>}
      {state === 'cancelled' && (
        <Notice title={t('meetings.cancelled')}>
          <p className="keep-lines">{view.cancelReason}</p>
        </Notice>
      )}
      {view.invitation && (
        <section className="page-section">
          <h2>{t('meetings.invitation')}</h2>
          <p className="keep-lines review-words">{view.invitation}</p>
        </section>
      )}
      {isHeld && <AttendancePart view={view} />}
      {view.minutes !== '' && <MinutesPart view={view} />}
      <AgendaPart view={view} />
      {dialog === 'edit' && <EditMeetingDialog meeting={view} onClose={() => setDialog(null)} />}
      {dialog === 'cancel' && <CancelMeetingDialog meeting={view} onClose={() => setDialog(null)} />}
      <ConfirmDialog
        open={dialog === 'invite'}
        onClose={() => setDialog(null)}
        title={t('meetings.inviteTitle')}
        confirm={t(view.invitedAt === null ? 'meetings.invite' : 'meetings.inviteAgain')}
        onConfirm={async () => {
          const { toldCount } = await invite.mutateAsync();
          setDialog(null);
          toast(t('meetings.invited', { count: toldCount }));
        }}
      >
        {t('meetings.inviteText')}
      </ConfirmDialog>
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
