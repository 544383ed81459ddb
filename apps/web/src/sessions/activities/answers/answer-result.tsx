import type { AnswerOption, AnswerResult, AnswerRound, AnswerSettings } from '@spolu/contracts/activities/answers';
import { BarChart } from '@spolu/ui/bar-chart';
import { Table } from '@spolu/ui/table';
import { InBoth } from '../../in-both.tsx';
import { PulseResult } from '../pulse/pulse-result.tsx';
import { RankingTable } from '../ranking/ranking-table.tsx';
import { Distribution } from '../question/distribution.tsx';
import { SaidList } from '../question/said-list.tsx';
import { TwoByTwo } from '../estimate/two-by-two.tsx';
import type { AnswerText } from './answer-text.ts';
import { figuresOf, sentencesOf } from './kind-words.ts';
import './answers.css';

export interface Counted {
  settings: AnswerSettings;
  options: AnswerOption[];
  eligibleCount: number;
  result: AnswerResult;
  round: number;
  earlier: AnswerRound[];
}

interface AnswerResultViewProps {
  counted: Counted;
  t: AnswerText;
  /** Most reasons that have room; left out: all. */
  reasonsMax?: number;
  /** Of the headings in it: one below what stands above. */
  level?: 2 | 3;
}

/** What a vote came to: who took part, what it means, the figures; the same on a phone, on the wall and in the report. */
export function AnswerResultView({ counted, t, reasonsMax = Infinity, level = 3 }: AnswerResultViewProps) {
  const { result, options, eligibleCount, earlier } = counted;
  return (
    <div className="answers-result stack">
      <p>
        {t('answers.turnout', { given: result.ballotCount, eligible: eligibleCount })}
        {result.abstentionCount > 0 && ` ${t('answers.abstained', { count: result.abstentionCount })}`}
      </p>
      {sentencesOf(result, options, t).map((sentence, i) => (
        <p key={sentence} className={i === 0 ? 'answers-outcome' : 'soft'}>
          {sentence}
        </p>
      ))}
      <Figures counted={counted} t={t} isOnWall={reasonsMax !== Infinity} />
      {result.kind === 'consent' && (
        <>
          <Reasons title={t('answers.consent.objections')} reasons={result.objections} max={reasonsMax} level={level} t={t} />
          <Reasons title={t('answers.consent.concerns')} reasons={result.concerns} max={reasonsMax} level={level} t={t} />
        </>
      )}
      {earlier.length > 0 && <Rounds counted={counted} t={t} />}
    </div>
  );
}

function Figures({ counted: { settings, result, options }, t, isOnWall }: { counted: Counted; t: AnswerText; isOnWall: boolean }) {
  if (result.kind === 'ranking') return <RankingTable result={result} options={options} t={t} />;
  if (result.kind === 'pulse') return <PulseResult result={result} options={options} t={t} />;
  if (result.kind === 'estimate' && settings.kind === 'estimate') return <TwoByTwo settings={settings} result={result} options={options} t={t} />;
  if (result.kind === 'question' && result.figures.type === 'scale') return <Distribution figures={result.figures} told={figuresOf(result, options, t)} t={t} />;
  if (result.kind === 'question' && 'said' in result.figures) return <SaidList figures={result.figures} t={t} isOnWall={isOnWall} />;
  return (
    <BarChart label={t('answers.result')} bars={figuresOf(result, options, t).map(({ id, label, text, count, marked }) => ({ id, label: <InBoth of={label} />, text, count: count ?? 0, marked }))} />
  );
}

function Reasons({ title, reasons, max, level, t }: { title: string; reasons: readonly string[]; max: number; level: 2 | 3; t: AnswerText }) {
  if (reasons.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <section className="stack stack-s">
      <Heading>{title}</Heading>
      <ul className="answers-reasons">
        {reasons.slice(0, max).map((reason, i) => (
          <li key={i} className="keep-lines">
            {reason}
          </li>
        ))}
      </ul>
      {reasons.length > max && <p className="soft">{t('answers.consent.more', { count: reasons.length - max })}</p>}
    </section>
  );
}

/** The same question asked more than once: one column a round. */
function Rounds({ counted, t }: { counted: Counted; t: AnswerText }) {
  const rounds = [...counted.earlier, { number: counted.round, options: counted.options, result: counted.result }].map(({ number, options, result }) => ({
    number,
    figures: figuresOf(result, options, t),
  }));
  const labels = [...new Set([...rounds].reverse().flatMap(({ figures }) => figures.map(({ label }) => label)))];
  return (
    <Table
      short={rounds.length <= 2}
      caption={t('answers.rounds')}
      rows={labels}
      rowKey={(label) => label}
      columns={[
        { id: 'label', title: counted.options.length > 0 ? t('answers.option') : t('answers.answer'), heading: true, cell: (label) => <InBoth of={label} /> },
        ...rounds.map(({ number, figures }) => ({
          id: String(number),
          title: t('answers.round', { number }),
          cell: (label: string) => figures.find((figure) => figure.label === label)?.text ?? '–',
        })),
      ]}
    />
  );
}
