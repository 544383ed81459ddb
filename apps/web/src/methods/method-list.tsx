import { IAP2_LEVELS, METHOD_AIMS, METHOD_PHASES, METHOD_PLACES, type MethodSummary } from '@spolu/contracts/methods';
import { Button } from '@spolu/ui/button';
import { EmptyState } from '@spolu/ui/empty-state';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { TextField } from '@spolu/ui/text-field';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { NO_FILTER, suitable, TIMES, type MethodFilter } from './method-filter.ts';
import { useDuration } from './use-duration.ts';
import './methods.css';

export interface MethodListProps {
  methods: readonly MethodSummary[];
  filter: MethodFilter;
  onFilter: (filter: MethodFilter) => void;
  /** One method of the list, as a list item. */
  children: (method: MethodSummary) => ReactNode;
}

/** The questions that narrow the choice, and what is left. */
export function MethodList({ methods, filter, onFilter, children }: MethodListProps) {
  const t = useText('methods');
  const duration = useDuration();
  const found = suitable(methods, filter);
  const set = (change: Partial<MethodFilter>) => onFilter({ ...filter, ...change });
  const clear = (
    <Button look="secondary" onPress={() => onFilter(NO_FILTER)}>
      {t('filter.clear')}
    </Button>
  );
  return (
    <div className="stack">
      <div role="search" className="method-filter no-print" aria-label={t('filter.label')}>
        <TextField type="search" optional label={t('filter.words')} value={filter.words} onChange={(words) => set({ words })} />
        <OneOf label={t('filter.aim')} any={t('filter.anyAim')} value={filter.aim} onChange={(aim) => set({ aim })} options={METHOD_AIMS.map((id) => ({ id, label: t(`aim.${id}`) }))} />
        <OneOf
          label={t('filter.phase')} any={t('filter.anyPhase')} value={filter.phase} onChange={(phase) => set({ phase })}
          options={METHOD_PHASES.map((id) => ({ id, label: t(`phase.${id}`), hint: t(`phaseHint.${id}`) }))}
        />
        <Select
          optional
          label={t('filter.minutes')}
          value={String(filter.minutes ?? 'any')}
          onChange={(minutes) => set({ minutes: minutes === 'any' ? null : Number(minutes) })}
          options={[
            { id: 'any', label: t('filter.anyTime') },
            ...TIMES.map((minutes) => ({ id: String(minutes), label: t('filter.atMost', { time: duration(minutes) }) })),
          ]}
        />
        <NumberField optional label={t('filter.people')} value={filter.people} onChange={(people) => set({ people })} min={1} max={2_000} />
        <OneOf label={t('filter.place')} any={t('filter.anyPlace')} value={filter.place} onChange={(place) => set({ place })} options={METHOD_PLACES.map((id) => ({ id, label: t(`place.${id}`) }))} />
        <OneOf label={t('filter.iap2')} any={t('filter.anyIap2')} value={filter.iap2} onChange={(iap2) => set({ iap2 })} options={IAP2_LEVELS.map((id) => ({ id, label: t(`iap2.${id}`) }))} />
      </div>
      <div className="row row-apart no-print">
        <p role="status" className="soft">
          {t('found', { count: found.length })}
        </p>
        {found.length > 0 && found.length < methods.length && clear}
      </div>
      {found.length > 0 ? (
        <ul role="list" className="grid">
          {found.map(children)}
        </ul>
      ) : (
        <EmptyState title={t('none.title')} action={clear}>
          {t('none.hint')}
        </EmptyState>
      )}
    </div>
  );
}

interface OneOfProps<Value extends string> {
  label: string;
  /** What stands there while nothing is asked for. */
  any: string;
  value: Value | null;
  onChange: (value: Value | null) => void;
  options: { id: Value; label: string; hint?: string }[];
}

function OneOf<Value extends string>({ label, any, value, onChange, options }: OneOfProps<Value>) {
  return (
    <Select<Value | 'any'>
      optional
      label={label}
      value={value ?? 'any'}
      onChange={(chosen) => onChange(chosen === 'any' ? null : chosen)}
      options={[{ id: 'any', label: any }, ...options]}
    />
  );
}
