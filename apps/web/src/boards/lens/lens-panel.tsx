import { useEffect, useId, useRef, type Ref } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { SidePanel } from '../side-panel.tsx';
import type { BoardCopy } from '../work-copy.ts';
import { counted, dimensionsFor, groupsOf, keyOf, type Dimension, type Group } from './lens.ts';
import './lens.css';
import type { LensState } from './lens-state.ts';
import { useSlowVersion, type SeenThrough } from './use-lens.ts';

/** What to look for on the board and by what to colour it, for this viewer alone. The board stays in sight and in use beside it. */
export function LensPanel({ copy, state, seen, onClose }: { copy: BoardCopy; state: LensState; seen: SeenThrough; onClose: () => void }) {
  const t = useText('boards');
  const byId = useId();
  const colourId = useId();
  const first = useRef<HTMLSelectElement>(null);
  useSlowVersion(copy);
  useEffect(() => first.current?.focus(), []);
  const { lens, knowing, words } = seen;
  const { index } = copy;
  const groups = new Map(dimensionsFor(knowing).map((by) => [by, groupsOf(index, knowing, by, words)]));
  const offered = [...groups].filter(([by, found]) => found.length > 0 || by === lens.by || by === lens.colourBy).map(([by]) => by);
  return (
    <SidePanel id="board-lens" title={t('lens.title')} closeLabel={t('lens.close')} onClose={onClose}>
      <p className="small soft">{t('lens.private')}</p>
      <div className="board-look">
        <label htmlFor={byId}>{t('lens.by')}</label>
        <DimensionChoice ref={first} id={byId} value={lens.by} offered={offered} none={t('lens.everything')} onChange={(by) => state.set({ by, only: new Set() })} />
      </div>
      {lens.by !== null && (
        <GroupChoice
          label={t(`lens.dimension.${lens.by}`)}
          groups={groups.get(lens.by) ?? []}
          counts={counted(index, keyOf(index, knowing, lens.by), undefined)}
          only={lens.only}
          onChange={(only) => state.set({ by: lens.by, only })}
        />
      )}
      <div className="board-look">
        <label htmlFor={colourId}>{t('lens.colourBy')}</label>
        <DimensionChoice id={colourId} value={lens.colourBy} offered={offered} none={t('lens.ownColours')} onChange={(colourBy) => state.set({ colourBy })} />
      </div>
      {offered.length === 0 && <p className="small">{t('lens.nothingToTell')}</p>}
    </SidePanel>
  );
}

interface DimensionChoiceProps {
  ref?: Ref<HTMLSelectElement>;
  id: string;
  value: Dimension | null;
  offered: readonly Dimension[];
  none: string;
  onChange: (by: Dimension | null) => void;
}

function DimensionChoice({ ref, id, value, offered, none, onChange }: DimensionChoiceProps) {
  const t = useText('boards');
  return (
    <select ref={ref} id={id} className="board-look-choice" value={value ?? ''} onChange={({ target }) => onChange(offered.find((by) => by === target.value) ?? null)}>
      <option value="">{none}</option>
      {offered.map((by) => (
        <option key={by} value={by}>
          {t(`lens.dimension.${by}`)}
        </option>
      ))}
    </select>
  );
}

interface GroupChoiceProps {
  label: string;
  groups: readonly Group[];
  counts: ReadonlyMap<string, number>;
  only: ReadonlySet<string>;
  onChange: (only: ReadonlySet<string>) => void;
}

function GroupChoice({ label, groups, counts, only, onChange }: GroupChoiceProps) {
  const t = useText('boards');
  return (
    <fieldset className="lens-groups">
      <legend>{label}</legend>
      {groups.map(({ key, name }) => (
        <label key={key} className="lens-group">
          <input type="checkbox" checked={only.has(key)} onChange={({ target }) => onChange(new Set(target.checked ? [...only, key] : [...only].filter((other) => other !== key)))} />
          <span>{name}</span>
          <span className="soft small">{t('notes', { count: counts.get(key) ?? 0 })}</span>
        </label>
      ))}
    </fieldset>
  );
}
