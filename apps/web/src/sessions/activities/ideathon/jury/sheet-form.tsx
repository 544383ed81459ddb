import { FEEDBACK_MAX_LENGTH, type JudgedCanvas, type JuryCriterion, type OwnJuryTeam } from '@spolu/contracts/activities/ideathon-jury';
import { Notice } from '@spolu/ui/notice';
import { PlainTextArea } from '@spolu/ui/plain';
import { RadioGroup } from '@spolu/ui/radio-group';
import { useEffect, useRef, useState } from 'react';
import { InBoth } from '../../../in-both.tsx';
import { type JuryText, percentOf, teamTitle } from './jury-words.ts';
import type { SheetDraft } from './sheet-queue.ts';

/** Typing is saved when it pauses. */
const PAUSE_MS = 700;

interface SheetFormProps {
  t: JuryText;
  criteria: readonly JuryCriterion[];
  team: OwnJuryTeam;
  /** What it wrote. */
  canvas: JudgedCanvas['fields'];
  /** What she said of it so far. */
  first: SheetDraft;
  onSave: (draft: SheetDraft) => Promise<void>;
}

/** All she has to say of one team. Each tap is saved at once. */
export function SheetForm({ t, criteria, team, canvas, first, onSave }: SheetFormProps) {
  const [draft, setDraft] = useState<SheetDraft>(() => ({ scores: first.scores, feedback: first.feedback, note: first.note }));
  const [unkept, setUnkept] = useState(false);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const flush = () => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    waiting.current.save();
    waiting.current = null;
  };
  // what was typed last is saved when she leaves the team before the pause is over
  useEffect(() => flush, []);

  function change(part: Partial<SheetDraft>, later: boolean) {
    const next = { ...draft, ...part };
    setDraft(next);
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    if ([next.feedback, next.note].some((text) => text.trim().length > FEEDBACK_MAX_LENGTH)) return;
    const save = () => void onSave(next).then(() => setUnkept(false), () => setUnkept(true));
    if (later) waiting.current = { timer: setTimeout(flush, PAUSE_MS), save };
    else save();
  }
  const words = (name: 'feedback' | 'note') => (
    <PlainTextArea
      label={t(name)}
      hint={t(name === 'note' ? 'noteHint' : 'feedbackHint')}
      optional={t('optional')}
      rows={3}
      value={draft[name]}
      onChange={(text) => change({ [name]: text }, true)}
      onBlur={flush}
      max={{ length: FEEDBACK_MAX_LENGTH, left: (count) => t('signsLeft', { count }), over: (count) => t('signsOver', { count }) }}
    />
  );
  return (
    <div className="stack">
      {team.idea && <p className="keep-lines">{team.idea}</p>}
      {canvas.length > 0 && (
        <details className="phone-more">
          <summary>{t('canvas')}</summary>
          <dl className="jury-spreads">
            {canvas.map(({ title, text }) => (
              <div key={title}>
                <dt>
                  <strong><InBoth of={title} /></strong>
                </dt>
                <dd className="keep-lines">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {criteria.map((criterion, i) => (
        <RadioGroup
          key={i}
          label={<InBoth of={criterion.title} />}
          hint={t('weight', { percent: percentOf(criteria, criterion) })}
          look="tile"
          options={criterion.anchors.map((anchor, score) => ({ id: String(score), label: anchor ? `${String(score)} · ${anchor}` : String(score) }))}
          value={draft.scores[i] === null || draft.scores[i] === undefined ? null : String(draft.scores[i])}
          onChange={(score) => change({ scores: draft.scores.map((before, other) => (other === i ? Number(score) : before)) }, false)}
        />
      ))}
      {words('feedback')}
      {words('note')}
      {unkept && <Notice tone="bad" role="alert" title={teamTitle(team, t)}>{t('notKept')}</Notice>}
    </div>
  );
}
