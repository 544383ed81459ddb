import type { AnswerOption, AnswerSettings, ResultOf, Spread } from '@spolu/contracts/activities/answers';
import { ESTIMATE_MAX } from '@spolu/contracts/plain';
import { Table } from '@spolu/ui/table';
import type { AnswerText } from '../answers/answer-text.ts';
import { spreadText } from './estimate-words.ts';

interface TwoByTwoProps {
  settings: Extract<AnswerSettings, { kind: 'estimate' }>;
  result: ResultOf<'estimate'>;
  options: readonly AnswerOption[];
  t: AnswerText;
}
/** Room around the square for what lies on its edge, in steps of the axis. */
const EDGE = 1;
const SIZE = ESTIMATE_MAX + 2 * EDGE;
const across = (value: number) => value + EDGE;
const up = (value: number) => SIZE - EDGE - value;

/** Each option's number, as the map and the list beside it have it. */
const numbered = (options: readonly AnswerOption[]) => new Map(options.map(({ id, title }, i) => [id, { title, number: i + 1 }]));

/** The medians with their spread, numbered; what it shows stands in words beside it, so the drawing is for eyes alone. */
export function EstimateMap({ settings, result, options }: Omit<TwoByTwoProps, 't'>) {
  const titles = numbered(options);
  const estimated = result.options.flatMap(({ optionId, x, y }) => (x && y ? [{ number: titles.get(optionId)?.number ?? 0, x, y }] : []));
  return (
    <figure className="answers-map" aria-hidden>
      <span className="answers-map-y">{settings.y} →</span>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`}>
        <rect className="answers-map-field" x={EDGE} y={EDGE} width={ESTIMATE_MAX} height={ESTIMATE_MAX} />
        <line x1={SIZE / 2} y1={EDGE} x2={SIZE / 2} y2={SIZE - EDGE} />
        <line x1={EDGE} y1={SIZE / 2} x2={SIZE - EDGE} y2={SIZE / 2} />
        {estimated.map(({ number, x, y }) => (
          <SpreadBox key={number} x={x} y={y} />
        ))}
        {estimated.map(({ number, x, y }) => (
          <g key={number} className="answers-map-point">
            <circle cx={across(x.median)} cy={up(y.median)} r={0.5} />
            <text x={across(x.median)} y={up(y.median)} dy="0.2">
              {number}
            </text>
          </g>
        ))}
      </svg>
      <span className="answers-map-x">{settings.x} →</span>
    </figure>
  );
}

/** The map, and the table of what it shows. */
export function TwoByTwo({ settings, result, options, t }: TwoByTwoProps) {
  const titles = numbered(options);
  return (
    <div className="answers-estimate">
      <EstimateMap settings={settings} result={result} options={options} />
      <Table
        short
        caption={t('answers.result')}
        captionHidden
        rows={result.options}
        rowKey={({ optionId }) => optionId}
        columns={[
          { id: 'option', title: t('answers.option'), heading: true, cell: ({ optionId }) => `${titles.get(optionId)?.number ?? ''}. ${titles.get(optionId)?.title ?? ''}` },
          { id: 'x', title: settings.x, cell: ({ x }) => spreadText(x, t) },
          { id: 'y', title: settings.y, cell: ({ y }) => spreadText(y, t) },
        ]}
      />
    </div>
  );
}

const SpreadBox = ({ x, y }: { x: Spread; y: Spread }) => (
  <rect
    className="answers-map-spread"
    x={across(x.lowerQuartile)}
    y={up(y.upperQuartile)}
    width={Math.max(0.1, x.upperQuartile - x.lowerQuartile)}
    height={Math.max(0.1, y.upperQuartile - y.lowerQuartile)}
    rx={0.2}
  />
);
