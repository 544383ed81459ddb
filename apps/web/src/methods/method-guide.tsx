import { METHOD_AIMS, METHOD_PLACES, type MethodAim, type MethodPlace, type MethodSummary } from '@spolu/contracts/methods';
import { propose, type Misfit, type Proposal, type Reason } from '@spolu/methods/proposals';
import { Card } from '@spolu/ui/card';
import { EmptyState } from '@spolu/ui/empty-state';
import { NumberField } from '@spolu/ui/number-field';
import { Select } from '@spolu/ui/select';
import { Check, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { LibraryWords } from './library-words.tsx';
import { TIMES } from './method-filter.ts';
import { useDuration } from './use-duration.ts';
import './methods.css';

export interface MethodGuideProps {
  methods: readonly MethodSummary[];
  people?: number | null;
  minutes?: number | null;
  /** The name of a proposed method, as a heading. */
  name: (method: MethodSummary) => ReactNode;
  /** What can be done with it. */
  actions?: (method: MethodSummary) => ReactNode;
}

/** Says what it is for, with how many, in what time and where; and is told which methods fit, why, and when not to use them. */
export function MethodGuide({ methods, people: knownPeople = null, minutes: knownMinutes = null, name, actions }: MethodGuideProps) {
  const t = useText('methods');
  const duration = useDuration();
  const [aim, setAim] = useState<MethodAim | null>(null);
  const [people, setPeople] = useState(knownPeople);
  const [minutes, setMinutes] = useState(knownMinutes);
  const [place, setPlace] = useState<MethodPlace | null>(null);
  const proposals = aim === null ? [] : propose(methods, { aim, people, minutes, place });
  return (
    <div className="stack">
      <div role="group" className="method-filter no-print" aria-label={t('guide.form')}>
        <Select<MethodAim | 'none'>
          label={t('filter.aim')} value={aim ?? 'none'} onChange={(chosen) => setAim(chosen === 'none' ? null : chosen)}
          options={[{ id: 'none', label: t('guide.choose') }, ...METHOD_AIMS.map((id) => ({ id, label: t(`aim.${id}`) }))]}
        />
        <NumberField optional label={t('filter.people')} value={people} onChange={setPeople} min={1} max={2_000} />
        <Select
          optional label={t('filter.minutes')} value={String(minutes ?? 'any')} onChange={(chosen) => setMinutes(chosen === 'any' ? null : Number(chosen))}
          options={[{ id: 'any', label: t('filter.anyTime') }, ...TIMES.map((time) => ({ id: String(time), label: t('filter.atMost', { time: duration(time) }) }))]}
        />
        <Select<MethodPlace | 'any'>
          optional label={t('filter.place')} value={place ?? 'any'} onChange={(chosen) => setPlace(chosen === 'any' ? null : chosen)}
          options={[{ id: 'any', label: t('filter.anyPlace') }, ...METHOD_PLACES.map((id) => ({ id, label: t(`place.${id}`) }))]}
        />
      </div>
      <p role="status" className="soft">
        {aim !== null && t('guide.count', { count: proposals.length })}
      </p>
      {aim === null && <EmptyState title={t('guide.first')}>{t('guide.firstText')}</EmptyState>}
      {aim !== null && proposals.length === 0 && <EmptyState title={t('guide.none')}>{t('guide.noneText')}</EmptyState>}
      {aim !== null && proposals.length > 0 && (
        <ol role="list" className="stack" aria-label={t('guide.results')}>
          {proposals.map((proposal) => (
            <ProposalCard key={proposal.method.id} proposal={proposal} aim={aim} name={name} actions={actions} />
          ))}
        </ol>
      )}
    </div>
  );
}

function ProposalCard({ proposal: { method, reasons, misfits }, aim, name, actions }: { proposal: Proposal; aim: MethodAim } & Pick<MethodGuideProps, 'name' | 'actions'>) {
  const t = useText('methods');
  const reasonText = useReasonText(aim);
  const misfitText = useMisfitText();
  return (
    <Card as="li">
      <div className="stack stack-s">
        {name(method)}
        <p>
          <LibraryWords of={method.purpose} />
        </p>
        <ul role="list" className="method-why" aria-label={t('guide.why')}>
          {reasons.map((reason) => (
            <li key={reason.kind}>
              <Check aria-hidden size={18} />
              {reasonText(reason)}
            </li>
          ))}
          {misfits.map((misfit) => (
            <li key={misfit.kind} data-misfit>
              <TriangleAlert aria-hidden size={18} />
              {misfitText(misfit)}
            </li>
          ))}
        </ul>
        <p>
          <span className="strong">{t('guide.notFor')}</span> <LibraryWords of={method.notFor} />
        </p>
        {actions && <div className="row no-print">{actions(method)}</div>}
      </div>
    </Card>
  );
}

function useReasonText(aim: MethodAim): (reason: Reason) => string {
  const t = useText('methods');
  const format = useFormat();
  const duration = useDuration();
  return (reason) => {
    switch (reason.kind) {
      case 'aim':
        return t('guide.reason.aim', { aim: t(`aim.${aim}`) });
      case 'group':
        return t('guide.reason.group', { min: format.number(reason.min), max: format.number(reason.max) });
      case 'time':
        return t('guide.reason.time', { time: duration(reason.minutes) });
      case 'place':
        return t(`guide.reason.${reason.place}`);
    }
  };
}

function useMisfitText(): (misfit: Misfit) => string {
  const t = useText('methods');
  const format = useFormat();
  const duration = useDuration();
  return (misfit) => {
    switch (misfit.kind) {
      case 'too-few':
        return t('guide.misfit.too-few', { min: format.number(misfit.min) });
      case 'too-many':
        return t('guide.misfit.too-many', { max: format.number(misfit.max) });
      case 'too-long':
        return t('guide.misfit.too-long', { time: duration(misfit.minutes) });
      case 'wrong-place':
        return t('guide.misfit.wrong-place');
    }
  };
}
