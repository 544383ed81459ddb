import { JURY_CRITERIA_MAX, JURY_WEIGHT_MAX, type JuryCriterion } from '@spolu/contracts/activities/ideathon-jury';
import { Button } from '@spolu/ui/button';
import { NumberField } from '@spolu/ui/number-field';
import { TextArea } from '@spolu/ui/text-area';
import { TextField } from '@spolu/ui/text-field';
import { useText } from '../../../../i18n/use-text.ts';
import '../ideathon-settings.css';

/** A criterion as it is typed: the words of its scores one a line, and no weight while the field is empty. */
export interface RubricValue {
  title: string;
  weight: number | null;
  anchors: string;
}
export const rubricValues = (criteria: readonly JuryCriterion[]): RubricValue[] => criteria.map(({ anchors, ...criterion }) => ({ ...criterion, anchors: anchors.join('\n') }));
/** What the contract's schema sees. */
export const rubricOf = (values: readonly RubricValue[]) => ({
  criteria: values.map(({ anchors, ...criterion }) => ({ ...criterion, anchors: anchors.trim().split('\n').map((line) => line.trim()) })),
});

interface RubricFieldsProps {
  values: readonly RubricValue[];
  change: (values: RubricValue[]) => void;
  /** By the path among the criteria: `0.title`. */
  errorOf: (path: string) => string | null;
  idOf: (path: string) => string;
}

/** What the jury looks at, how much each thing weighs, and what its scores mean. */
export function RubricFields({ values, change, errorOf, idOf }: RubricFieldsProps) {
  const t = useText('sessions');
  const edit = (index: number, part: Partial<RubricValue>) => change(values.map((value, i) => (i === index ? { ...value, ...part } : value)));
  const error = errorOf('');
  return (
    <fieldset className="canvas-fields stack">
      <legend>{t('ideathon.criteria')}</legend>
      {error !== null && <p className="ui-error" role="alert">{error}</p>}
      {values.map((value, i) => {
        const path = (name: keyof RubricValue) => `${String(i)}.${name}`;
        const anchorsError = errorOf(path('anchors')) ?? value.anchors.split('\n').map((_, line) => errorOf(`${path('anchors')}.${String(line)}`)).find((found) => found !== null);
        return (
          <div key={i} role="group" aria-label={t('ideathon.criterionOf', { number: i + 1 })} className="canvas-field stack stack-s">
            <TextField id={idOf(path('title'))} label={t('ideathon.criterionTitle')} value={value.title} onChange={(title) => edit(i, { title })} error={errorOf(path('title'))} />
            <NumberField id={idOf(path('weight'))} label={t('ideathon.criterionWeight')} min={1} max={JURY_WEIGHT_MAX} value={value.weight} onChange={(weight) => edit(i, { weight })} error={errorOf(path('weight'))} />
            <TextArea
              id={idOf(path('anchors'))}
              label={t('ideathon.criterionAnchors')}
              hint={t('ideathon.anchorsHint')}
              rows={5}
              value={value.anchors}
              onChange={(anchors) => edit(i, { anchors })}
              error={anchorsError ?? null}
            />
            <div>
              <Button look="quiet" size="small" aria-label={t('ideathon.removeCriterionOf', { number: i + 1 })} onPress={() => change(values.filter((_, other) => other !== i))}>
                {t('ideathon.removeCriterion')}
              </Button>
            </div>
          </div>
        );
      })}
      {values.length < JURY_CRITERIA_MAX && (
        <div>
          <Button look="secondary" size="small" onPress={() => change([...values, { title: '', weight: 10, anchors: '' }])}>
            {t('ideathon.addCriterion')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
