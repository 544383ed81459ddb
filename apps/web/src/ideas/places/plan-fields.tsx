import type { TakenPicture } from '@spolu/contracts/boards';
import { PICTURE_MAX_BYTES, PICTURE_TYPES } from '@spolu/contracts/plain';
import { Button } from '@spolu/ui/button';
import { FileField } from '@spolu/ui/file-field';
import { TextField } from '@spolu/ui/text-field';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { useCommand } from '../../http/queries.ts';
import { useProblemText } from '../../http/use-problem-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { smallerPicture } from '../../sessions/report/smaller-picture.ts';
import { fieldIdOf } from '../../shell/use-form.ts';
import './places.css';
import { planAddress } from './plan-parts.ts';
import { NO_PLAN, type PlanValues } from './plan-values.ts';

const MB = 1024 * 1024;
const EDGES = ['north', 'south', 'west', 'east'] as const;

/** The plan that ideas are placed on: a picture the town has the right to show, and, for those who know them, its edges in degrees. */
export function PlanFields({ processId, value, onChange, errorOf }: { processId: string; value: PlanValues; onChange: (value: PlanValues) => void; errorOf: (path: string) => string | null }) {
  const t = useText('ideas');
  const problemText = useProblemText();
  const [file, setFile] = useState<File | null>(null);
  const add = useCommand(async (chosen: File) => api.post<TakenPicture>(`/processes/${processId}/idea-plans`, await smallerPicture(chosen)));
  function handleFile(chosen: File) {
    setFile(chosen);
    add.mutate(chosen, { onSuccess: ({ fileId }) => onChange({ ...NO_PLAN, fileId }) });
  }
  return (
    <fieldset className="ideas-fieldset stack">
      <legend>{t('plan.title')}</legend>
      <FileField
        label={t('plan.file')}
        hint={t('plan.hint', { size: PICTURE_MAX_BYTES / MB })}
        accept={PICTURE_TYPES}
        choose={t(value.fileId === null ? 'plan.choose' : 'plan.other')}
        file={file}
        disabled={add.isPending}
        error={add.error ? problemText(add.error) : errorOf('plan')}
        onChange={handleFile}
      />
      {value.fileId !== null && (
        <>
          <img className="ideas-plan-chosen" src={planAddress(processId, value.fileId)} alt="" />
          <TextField id={fieldIdOf('plan.description')} label={t('plan.description')} hint={t('plan.descriptionHint')} value={value.description} onChange={(description) => onChange({ ...value, description })} error={errorOf('plan.description')} />
          <details>
            <summary>{t('plan.edges')}</summary>
            <div className="stack stack-s">
              <p className="soft small">{t('plan.edgesHint')}</p>
              <div className="ideas-choices">
                {EDGES.map((edge) => (
                  <TextField
                    key={edge}
                    id={fieldIdOf(`plan.edges.${edge}`)}
                    label={t(`plan.${edge}`)}
                    optional
                    inputMode="text"
                    value={value[edge]}
                    onChange={(degrees) => onChange({ ...value, [edge]: degrees })}
                    error={errorOf(`plan.edges.${edge}`) ?? (edge === 'north' ? errorOf('plan.edges') : null)}
                  />
                ))}
              </div>
            </div>
          </details>
          <div>
            <Button look="quiet" size="small" onPress={() => onChange(NO_PLAN)}>{t('plan.remove')}</Button>
          </div>
        </>
      )}
    </fieldset>
  );
}
