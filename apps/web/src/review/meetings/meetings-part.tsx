import type { Page } from '@spolu/contracts/common';
import { MeetingsWhen, PlanMeeting, type MeetingRow, type MeetingView } from '@spolu/contracts/meetings';
import type { BodyView } from '@spolu/contracts/identity';
import { Button } from '@spolu/ui/button';
import { DateField } from '@spolu/ui/date-field';
import { Select } from '@spolu/ui/select';
import { Tag } from '@spolu/ui/tag';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useMe } from '../../http/use-me.ts';
import { useList, useWholeList } from '../../http/use-list.ts';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { MoreOf } from '../../shell/more-of.tsx';
import { fieldIdOf, useForm } from '../../shell/use-form.ts';

/** The meetings of the bodies she sits in; whoever runs one of them plans the next. */
export function MeetingsPart() {
  const t = useText('review');
  const format = useFormat();
  const me = useMe();
  const [when, setWhen] = useState<MeetingsWhen | 'all'>('all');
  const meetings = useList<Page<MeetingRow>>(`/meetings${when === 'all' ? '' : `?when=${when}`}`, { keep: true });
  const [planning, setPlanning] = useState(false);
  const runs = me.roles.flatMap(({ scope, scopeId, role }) => (scope === 'body' && scopeId && (role === 'secretary' || role === 'chair') ? [scopeId] : []));
  return (
    <Loaded query={meetings}>
      {({ items: rows }) =>
        rows.length === 0 && runs.length === 0 && when === 'all' ? null : (
          <section className="page-section">
            <div className="row row-apart">
              <h2>{t('meetings.title')}</h2>
              {runs.length > 0 && (
                <Button look="secondary" onPress={() => setPlanning(true)}>
                  {t('meetings.plan')}
                </Button>
              )}
            </div>
            {(rows.length > 0 || when !== 'all') && (
              <Select
                label={t('meetings.which')} width="medium" value={when} onChange={setWhen}
                options={(['all', ...MeetingsWhen.options] as const).map((id) => ({ id, label: t(`meetings.when.${id}`) }))}
              />
            )}
            {rows.length === 0 && <p className="soft" role="status">{t(when === 'all' ? 'meetings.none' : 'meetings.noSuch')}</p>}
            <ul role="list" className="review-rows">
              {rows.map(({ id, title, bodyName, on, at, place, state }) => (
                <li key={id} className="stack stack-s">
                  <p className="row">
                    <Tag>{t(`meetings.state.${state}`)}</Tag>
                    <span>
                      {format.day(on)}, {at}
                    </span>
                  </p>
                  <h3>
                    <Link to={`/meetings/${id}`}>{title}</Link>
                  </h3>
                  <p className="soft small">{[bodyName, place].filter(Boolean).join(' · ')}</p>
                </li>
              ))}
            </ul>
            <MoreOf list={meetings} label={t('meetings.title')} />
            {planning && <PlanDialog bodyIds={runs} onClose={() => setPlanning(false)} />}
          </section>
        )
      }
    </Loaded>
  );
}

/** The next meeting of a body she runs; it is opened at once, for its agenda. */
function PlanDialog({ bodyIds, onClose }: { bodyIds: readonly string[]; onClose: () => void }) {
  const t = useText('review');
  const navigate = useNavigate();
  const bodies = useWholeList<BodyView>('/bodies');
  const [bodyId, setBodyId] = useState(bodyIds[0]!);
  const { form, fields } = useMeetingForm(null, (input) => api.post<{ id: string }>(`/bodies/${bodyId}/meetings`, input), (made) => void navigate(`/meetings/${(made as { id: string }).id}`));
  return (
    <FormDialog form={form} title={t('meetings.plan')} submit={t('meetings.save')} onClose={onClose}>
      {new Set(bodyIds).size > 1 && (
        <Loaded query={bodies}>
          {(all) => (
            <Select id="meeting-body" label={t('meetings.body')} options={all.filter(({ id }) => bodyIds.includes(id)).map(({ id, name }) => ({ id, label: name }))} value={bodyId} onChange={setBodyId} />
          )}
        </Loaded>
      )}
      {fields}
    </FormDialog>
  );
}

export function EditMeetingDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const t = useText('review');
  // Of the meeting as it stood when she began to write: what somebody else changed meanwhile is not overwritten.
  const [{ revision }] = useState(meeting);
  const { form, fields } = useMeetingForm(meeting, (input) => api.put(`/meetings/${meeting.id}`, { ...input, revision }), onClose);
  return (
    <FormDialog form={form} title={t('meetings.edit')} submit={t('meetings.save')} onClose={onClose}>
      {fields}
    </FormDialog>
  );
}

function useMeetingForm(meeting: MeetingView | null, submit: (input: PlanMeeting) => Promise<unknown>, onSaved: (answer: unknown) => void) {
  const t = useText('review');
  const refresh = useRefresh();
  const form = useForm({
    schema: PlanMeeting,
    initial: {
      title: meeting?.title ?? t('meetings.usualTitle'), on: meeting?.on ?? (null as string | null), at: meeting?.at ?? '16:00', place: meeting?.place ?? '', onlineUrl: meeting?.onlineUrl ?? '', invitation: meeting?.invitation ?? '',
    },
    labels: {
      title: t('meetings.name'), on: t('meetings.on'), at: t('meetings.at'), place: t('meetings.place'), onlineUrl: t('meetings.onlineUrl'), invitation: t('meetings.invitation'),
    },
    submit,
    onDone: async (answer) => {
      await refresh('/meetings');
      onSaved(answer);
    },
  });
  const fields = (
    <>
      <TextField {...form.text('title')} />
      <DateField id={fieldIdOf('on')} label={t('meetings.on')} value={form.values.on} onChange={(on) => form.set('on', on)} error={form.errorOf('on')} />
      <TextField {...form.text('at')} hint={t('meetings.atHint')} width="short" />
      <TextField {...form.text('place')} optional />
      <TextField {...form.text('onlineUrl')} optional hint={t('meetings.onlineUrlHint')} />
      <TextArea {...form.text('invitation')} optional rows={4} maxLength={TEXT_MAX_LENGTH} />
    </>
  );
  return { form, fields };
}
