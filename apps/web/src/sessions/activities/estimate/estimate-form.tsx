import type { AnswerOption, AnswerOf } from '@spolu/contracts/activities/answers';
import { ESTIMATE_MAX } from '@spolu/contracts/plain';
import { PlainButton } from '@spolu/ui/plain';
import { useId, useRef } from 'react';
import { InBoth, useInBoth } from '../../in-both.tsx';
import { usePhoneText } from '../../phone/phone-text.tsx';
import type { AnswerFormProps } from '../answers/answer-form.ts';
import { OptionNotes } from '../answers/option-notes.tsx';

type Estimate = AnswerOf<'estimate'>['estimates'][number];
const MIDDLE = ESTIMATE_MAX / 2;

/** Each option is estimated by two sliders, or left out. */
export function EstimateForm({ draft, change, answers: { options, settings } }: AnswerFormProps<'estimate'>) {
  const { t } = usePhoneText();
  const inBoth = useInBoth();
  const list = useRef<HTMLUListElement>(null);
  if (settings.kind !== 'estimate') return null;
  const estimates = draft?.estimates ?? [];
  const put = (estimate: Estimate) => change({ kind: 'estimate', estimates: [...estimates.filter(({ optionId }) => optionId !== estimate.optionId), estimate] });
  const remove = (option: AnswerOption) => {
    change({ kind: 'estimate', estimates: estimates.filter(({ optionId }) => optionId !== option.id) });
    // The button that was pressed is gone with its sliders.
    list.current?.focus();
  };
  return (
    <>
      <p className="soft">{t('answers.scale', { max: ESTIMATE_MAX })}</p>
      <ul role="list" ref={list} tabIndex={-1} className="stack stack-s">
        {options.map((option) => {
          const estimate = estimates.find(({ optionId }) => optionId === option.id);
          return (
            <li key={option.id} className="ui-card phone-option" data-chosen={estimate !== undefined || undefined}>
              <h2><InBoth of={option.title} /></h2>
              <OptionNotes option={option} />
              {estimate ? (
                <div className="stack stack-s" role="group" aria-label={inBoth(option.title)}>
                  <Slider label={settings.x} value={estimate.x} onChange={(x) => put({ ...estimate, x })} />
                  <Slider label={settings.y} value={estimate.y} onChange={(y) => put({ ...estimate, y })} />
                  <PlainButton look="quiet" aria-label={t('answers.dontEstimate', { title: inBoth(option.title) })} onClick={() => remove(option)}>
                    {t('answers.withoutEstimate')}
                  </PlainButton>
                </div>
              ) : (
                <PlainButton look="secondary" aria-label={t('answers.estimateIt', { title: inBoth(option.title) })} onClick={() => put({ optionId: option.id, x: MIDDLE, y: MIDDLE })}>
                  {t('answers.estimateNow')}
                </PlainButton>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Slider({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const id = useId();
  return (
    <div className="ui-field">
      <label className="ui-label" htmlFor={id}>
        <InBoth of={label} />: <output htmlFor={id}>{value}</output>
      </label>
      <input id={id} className="answers-slider" type="range" min={0} max={ESTIMATE_MAX} step={1} value={value} onChange={(event) => onChange(Number(event.target.value))} />
    </div>
  );
}
