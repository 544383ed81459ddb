import { JurySettings, type JuryView, type SetRubric } from '@spolu/contracts/activities/ideathon-jury';
import { Dialog } from '@spolu/ui/dialog';
import { toast } from '@spolu/ui/toast';
import { useState } from 'react';
import { api } from '../../../../http/api.ts';
import { useCommand } from '../../../../http/queries.ts';
import { useText } from '../../../../i18n/use-text.ts';
import { FormDialog } from '../../../../shell/form-dialog.tsx';
import { fieldIdOf, useForm } from '../../../../shell/use-form.ts';
import { percentOf } from './jury-words.ts';
import { RubricFields, rubricOf, rubricValues } from './rubric-fields.tsx';

interface RubricDialogProps {
  /** Of the jury, where its rubric is put. */
  path: string;
  view: JuryView;
  onClose: () => void;
}

/** What the jury looks at: to be changed until it begins, to be read from then on. */
export function RubricDialog(props: RubricDialogProps) {
  const t = useText('sessions/activities/ideathon/jury');
  const { view: { state, criteria }, onClose } = props;
  if (state === 'preparing') return <Edit {...props} />;
  return (
    <Dialog open onClose={onClose} title={t('run.rubric')}>
      {criteria.map((criterion, i) => (
        <section key={i}>
          <h3>{criterion.title}</h3>
          <p className="small soft">{t('weight', { percent: percentOf(criteria, criterion) })}</p>
          <ol start={0}>
            {criterion.anchors.map((anchor, score) => (
              <li key={score}>{anchor}</li>
            ))}
          </ol>
        </section>
      ))}
    </Dialog>
  );
}

function Edit({ path, view: { criteria }, onClose }: RubricDialogProps) {
  const t = useText('sessions/activities/ideathon/jury');
  const of = useText('sessions');
  const [before] = useState(criteria);
  const put = useCommand((input: JurySettings) => api.put(`${path}/rubric`, { ...input, before } satisfies SetRubric), [path]);
  const form = useForm({
    schema: JurySettings,
    initial: { criteria: rubricValues(criteria) },
    toInput: ({ criteria: values }) => rubricOf(values),
    submit: (input) => put.mutateAsync(input),
    onDone: () => {
      toast(t('run.saved'), 'good');
      onClose();
    },
    labels: { criteria: of('ideathon.criteria'), 'criteria.*.title': of('ideathon.criterionTitle'), 'criteria.*.weight': of('ideathon.criterionWeight'), 'criteria.*.anchors': of('ideathon.criterionAnchors'), 'criteria.*.anchors.*': of('ideathon.criterionAnchors') },
  });
  const at = (path: string) => (path === '' ? 'criteria' : `criteria.${path}`);
  return (
    <FormDialog form={form} title={t('run.rubric')} submit={t('run.save')} onClose={onClose}>
      <RubricFields values={form.values.criteria} change={(values) => form.change({ criteria: values })} errorOf={(path) => form.errorOf(at(path))} idOf={(path) => fieldIdOf(at(path))} />
    </FormDialog>
  );
}
