import { CancelMeeting, type MeetingView } from '@spolu/contracts/meetings';
import { TextArea } from '@spolu/ui/text-area';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useRefresh } from '../../http/queries.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';

/** A meeting is not held: why, for those who were invited. */
export function CancelMeetingDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const t = useText('review');
  const refresh = useRefresh();
  // Of the meeting as it stood when she began to write.
  const [{ id, revision }] = useState(meeting);
  const form = useForm({
    schema: CancelMeeting.omit({ revision: true }),
    initial: { reason: '' },
    labels: { reason: t('meetings.cancelReason') },
    submit: (input) => api.post(`/meetings/${id}/cancellation`, { ...input, revision } satisfies CancelMeeting),
    onDone: async () => {
      await refresh('/meetings');
      onClose();
    },
  });
  return (
    <FormDialog form={form} title={t('meetings.cancel')} submit={t('meetings.cancel')} onClose={onClose}>
      <p>{t('meetings.cancelText')}</p>
      <TextArea {...form.text('reason')} rows={3} />
    </FormDialog>
  );
}
