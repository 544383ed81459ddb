import { AddAttendee } from '@spolu/contracts/scribe';
import { Sector, type Language } from '@spolu/contracts/common';
import { RadioGroup } from '@spolu/ui/radio-group';
import { TextField } from '@spolu/ui/text-field';
import { useCommand } from '../../http/queries.ts';
import { api } from '../../http/api.ts';
import { useText } from '../../i18n/use-text.ts';
import { FormDialog } from '../../shell/form-dialog.tsx';
import { useForm } from '../../shell/use-form.ts';

interface Values {
  nickname: string;
  sector: Sector | 'none';
  language: Language;
}

/** Somebody who is here without a phone. Her name is her own choice, as it is on a phone. */
export function AttendeeDialog({ sessionId, language, onClose }: { sessionId: string; language: Language; onClose: () => void }) {
  const t = useText('sessions');
  const add = useCommand((input: AddAttendee) => api.post(`/sessions/${sessionId}/attendees`, input), [`/sessions/${sessionId}/attendees`]);
  const form = useForm<Values, typeof AddAttendee>({
    schema: AddAttendee,
    initial: { nickname: '', sector: 'none', language },
    toInput: ({ nickname, sector, ...rest }) => ({ ...rest, nickname: nickname.trim() || null, sector: sector === 'none' ? null : sector }),
    labels: { nickname: t('scribe.name'), sector: t('scribe.sector') },
    submit: (input) => add.mutateAsync(input),
    onDone: onClose,
  });
  return (
    <FormDialog form={form} title={t('scribe.addTitle')} submit={t('scribe.add')} onClose={onClose}>
      <p>{t('scribe.addMeans')}</p>
      <TextField {...form.text('nickname')} optional />
      <RadioGroup<Values['sector']>
        label={t('scribe.sector')}
        options={[...Sector.options.map((id) => ({ id, label: t(`sector.${id}`) })), { id: 'none' as const, label: t('scribe.noSector') }]}
        value={form.values.sector}
        onChange={(sector) => form.set('sector', sector)}
      />
    </FormDialog>
  );
}
