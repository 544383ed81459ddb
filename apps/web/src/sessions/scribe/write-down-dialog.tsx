import { WriteDown, WRITTEN_DOWN_MAX, type Attendee, type Paper } from '@spolu/contracts/scribe';
import type { RoomState } from '@spolu/contracts/sessions';
import { Checkbox } from '@spolu/ui/checkbox';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand, useResource } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';
import { linesOf } from './lines.ts';

interface Values {
  /** One note a line. */
  texts: string;
  participantId: string;
  onPaper: boolean;
  frameId: string;
}
const NOBODY = 'nobody';

interface WriteDownDialogProps {
  room: RoomState;
  attendees: readonly (Attendee & { name: string })[];
  onClose: () => void;
}

/** Many lines, one note each: whose they are, and in which frame they lie. */
export function WriteDownDialog({ room, attendees, onClose }: WriteDownDialogProps) {
  const t = useText('sessions');
  const begun = room.agenda.filter(({ kind, state }) => kind === 'brainstorm' && state !== 'planned');
  const shown = begun.find(({ id }) => id === room.activity?.id) ?? begun.at(-1);
  const [activityId, setActivityId] = useState(shown?.id ?? '');
  const { data: paper } = useResource<Paper>(activityId === '' ? null : `/activities/${activityId}/paper`);
  const write = useCommand((input: WriteDown) => api.post(`/activities/${activityId}/written-down`, input), [`/sessions/${room.sessionId}/attendees`]);
  const form = useForm<Values, typeof WriteDown>({
    schema: WriteDown,
    initial: { texts: '', participantId: NOBODY, onPaper: true, frameId: '' },
    toInput: ({ texts, participantId, onPaper, frameId }) => ({
      texts: linesOf(texts),
      participantId: participantId === NOBODY || paper?.anonymous ? null : participantId,
      onPaper,
      colour: 'yellow',
      frameId: paper?.frames.some(({ id }) => id === frameId) ? frameId : null,
      language: attendees.find((person) => person.participantId === participantId)?.language ?? room.language,
    }),
    labels: { texts: t('scribe.lines'), 'texts.*': t('scribe.lines') },
    draft: `written-down ${room.sessionId}`,
    submit: (input) => write.mutateAsync(input),
    onDone: () => {
      toast(t('scribe.written', { count: linesOf(form.values.texts).length }), 'good');
      onClose();
    },
  });
  const count = linesOf(form.values.texts).length;
  return (
    <FormDialog form={form} title={t('scribe.writeTitle')} submit={t('scribe.submit', { count })} onClose={onClose}>
      {begun.length > 1 && <Select label={t('scribe.activity')} options={begun.map(({ id, title }) => ({ id, label: title }))} value={activityId} onChange={setActivityId} />}
      <TextArea {...form.text('texts')} hint={t('scribe.linesHint', { count: WRITTEN_DOWN_MAX })} rows={8} />
      {(paper?.frames.length ?? 0) > 1 && (
        <Select
          label={t('scribe.frame')}
          options={paper?.frames.map(({ id, title }) => ({ id, label: title })) ?? []}
          value={form.values.frameId || (paper?.frames[0]?.id ?? '')}
          onChange={(frameId) => form.set('frameId', frameId)}
        />
      )}
      {paper?.anonymous ? (
        <p className="soft">{t('scribe.anonymous')}</p>
      ) : (
        attendees.length > 0 && (
          <Select
            label={t('scribe.whose')}
            options={[{ id: NOBODY, label: t('scribe.nobody') }, ...attendees.map(({ participantId, name }) => ({ id: participantId, label: name }))]}
            value={form.values.participantId}
            onChange={(participantId) => form.set('participantId', participantId)}
          />
        )
      )}
      <Checkbox label={t('scribe.onPaper')} checked={form.values.onPaper} onChange={(onPaper) => form.set('onPaper', onPaper)} />
    </FormDialog>
  );
}
