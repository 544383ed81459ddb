import { TEXT_MAX_LENGTH } from '@spolu/contracts/common';
import type { OrganisationView } from '@spolu/contracts/identity';
import { AskAuthor, AskDepartment, AUTHOR_QUESTION_MAX_LENGTH, type AskableView } from '@spolu/contracts/review-questions';
import { RadioGroup } from '@spolu/ui/radio-group';
import { Select } from '@spolu/ui/select';
import { TextArea } from '@spolu/ui/text-area';
import { toast } from '@spolu/ui/toast';
import { z } from 'zod';
import { Unreachable } from '../http/api.ts';
import { useRefresh, useResource } from '../http/queries.ts';
import { useWholeList } from '../http/use-list.ts';
import { useText } from '../i18n/use-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { Loaded } from '../shell/loaded.tsx';
import { fieldIdOf, useForm } from '../shell/use-form.ts';
import type { Writing } from './device/use-desk-queue.ts';

interface AskDialogProps {
  referralId: string;
  recommendationId: string;
  number: number;
  writing: Writing;
  onClose: () => void;
}

const Ask = z.discriminatedUnion('whom', [AskDepartment.extend({ whom: z.literal('department') }), AskAuthor.extend({ whom: z.literal('author') })]);
const NOTHING: { whom: z.infer<typeof Ask>['whom']; organisationId: string | null; contributionId: string | null; text: string } = { whom: 'department', organisationId: null, contributionId: null, text: '' };

/** A question on a recommendation: to a department, or to whoever wrote words that led to it. */
export function AskDialog({ referralId, recommendationId, number, writing, onClose }: AskDialogProps) {
  const t = useText('review');
  const refresh = useRefresh();
  const organisations = useWholeList<OrganisationView>('/organisations');
  const path = `/referrals/${referralId}/recommendations/${recommendationId}`;
  const form = useForm({
    schema: Ask,
    initial: NOTHING,
    toInput: ({ whom, organisationId, contributionId, text }) => (whom === 'author' ? { whom, contributionId, text } : { whom, organisationId, text }),
    labels: { organisationId: t('question.organisation'), contributionId: t('question.words'), text: t('question.question') },
    about: { 'review/author-unreachable': 'contributionId', 'review/author-asked': 'contributionId', 'review/too-many-questions': 'text' },
    draft: `ask ${referralId} ${recommendationId}`,
    submit: ({ whom, ...body }) => writing.write({ method: 'POST', path: `${path}/${whom === 'author' ? 'author-questions' : 'questions'}`, body }),
    onDone: async (became) => {
      if (became === 'sent') await refresh('/referrals');
      toast(became === 'sent' ? t('question.sent', { number }) : t('device.willSend'));
      onClose();
    },
  });
  const toAuthor = form.values.whom === 'author';
  return (
    <FormDialog form={form} title={t('question.heading', { number })} submit={t('question.send')} onClose={onClose}>
      <RadioGroup
        label={t('question.whom')}
        options={(['department', 'author'] as const).map((id) => ({ id, label: t(`question.whoms.${id}`) }))}
        value={form.values.whom}
        onChange={(whom) => form.set('whom', whom)}
      />
      {toAuthor ? (
        <WordsField path={`${path}/askable`} value={form.values.contributionId} onChange={(id) => form.set('contributionId', id)} error={form.errorOf('contributionId')} />
      ) : (
        <Loaded query={organisations}>
          {(rows) => (
            <Select
              id={fieldIdOf('organisationId')}
              label={t('question.organisation')}
              options={rows.map(({ id, name }) => ({ id, label: name }))}
              value={form.values.organisationId}
              onChange={(organisationId) => form.set('organisationId', organisationId)}
              error={form.errorOf('organisationId')}
            />
          )}
        </Loaded>
      )}
      <TextArea {...form.text('text')} hint={toAuthor ? t('question.authorHint') : t('question.hint')} rows={3} maxLength={toAuthor ? AUTHOR_QUESTION_MAX_LENGTH : TEXT_MAX_LENGTH} />
    </FormDialog>
  );
}

interface WordsFieldProps {
  path: string;
  value: string | null;
  onChange: (contributionId: string) => void;
  error: string | null;
}

/** The words that led to the recommendation; those whose author cannot be reached are told apart and cannot be chosen. */
function WordsField({ path, value, onChange, error }: WordsFieldProps) {
  const t = useText('review');
  const askable = useResource<AskableView>(path);
  // No tablet keeps this list: whom the town reaches changes, and who is asked must be one it reaches.
  if (askable.data === undefined && (askable.fetchStatus === 'paused' || askable.error instanceof Unreachable)) return <p role="status">{t('question.authorOffline')}</p>;
  return (
    <Loaded query={askable}>
      {({ contributions }) => {
        const reachable = contributions.filter((one) => one.reachable);
        const others = contributions.filter((one) => !one.reachable);
        return (
          <>
            {reachable.length === 0 && <p role="status">{t(contributions.length === 0 ? 'question.noWords' : 'question.nobodyReachable')}</p>}
            {reachable.length > 0 && (
              <RadioGroup
                id={fieldIdOf('contributionId')}
                label={t('question.words')}
                options={reachable.map(({ id, text, language }) => ({ id, label: <span className="keep-lines" lang={language}>{text}</span> }))}
                value={value}
                onChange={onChange}
                error={error}
              />
            )}
            {others.length > 0 && (
              <details>
                <summary>{t('question.others', { count: others.length })}</summary>
                <ul className="keep-lines">
                  {others.map(({ id, text, language }) => (
                    <li key={id} lang={language}>{text}</li>
                  ))}
                </ul>
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
