import type { Station, Way } from '@spolu/contracts/provenance';
import type { CSSProperties } from 'react';
import { useFormat } from '../i18n/format.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { useText } from '../i18n/use-text.ts';
import { endsTheWay, OutcomeTag } from './outcome.tsx';
import './provenance.css';
import { drawMap, widthOf, type MapRow } from './tracks.ts';

const NOTES_SHOWN = 3;
/** Distance between two tracks, and how far below a stop's upper edge its dot lies, in pixels. */
const TRACK = 22;
const DOT = 14;

/**
 * A way as the map of a tram line: an ordered list of stops, with the tracks drawn beside it. Where a stop does not simply follow from the one
 * above, it says in words what it follows from, so nothing is told by lines alone.
 */
export function WayMap({ way, label }: { way: Way; label: string }) {
  const t = useText('provenance');
  const rows = drawMap(way);
  const width = widthOf(rows);
  const titles = new Map(way.stations.map((station) => [station.recordId, station]));
  const listed = way.stations.filter(({ kind }) => kind === 'contribution').length;
  return (
    <div className="stack stack-s">
      <ol className="provenance-map" role="list" aria-label={label}>
        {rows.map((row, i) => (
          <li key={row.stop.id} className="provenance-row" style={{ '--tracks': width } as CSSProperties}>
            <Tracks row={row} ended={endsTheWay(row.stop.stations[0].outcome)} asked={row.stop.id === way.recordId} />
            <div className="provenance-stop">
              <StopView row={row} asked={row.stop.id === way.recordId} />
              <FollowsFrom stations={cameFrom(way, row, rows[i - 1])} titles={titles} />
              <StepWords way={way} row={row} />
            </div>
          </li>
        ))}
      </ol>
      {way.contributionCount > listed && <p className="soft small">{t('moreNotes', { count: way.contributionCount - listed })}</p>}
    </div>
  );
}

/** What the stop follows from, where that is not just the stop right above it. */
function cameFrom(way: Way, row: MapRow, above: MapRow | undefined): string[] {
  const own = new Set(row.stop.stations.map(({ recordId }) => recordId));
  const from = [...new Set(way.links.filter(({ toId }) => own.has(toId)).map(({ fromId }) => fromId))];
  const directly = new Set(above?.stop.stations.map(({ recordId }) => recordId));
  return from.every((id) => directly.has(id)) ? [] : from;
}

function FollowsFrom({ stations, titles }: { stations: readonly string[]; titles: ReadonlyMap<string, Station> }) {
  const t = useText('provenance');
  const format = useFormat();
  const notes = stations.filter((id) => titles.get(id)?.kind === 'contribution').length;
  const named = stations.flatMap((id) => {
    const station = titles.get(id);
    return station && station.kind !== 'contribution' ? [t('named', { kind: t(`kind.${station.kind}`), title: station.title })] : [];
  });
  const all = [...(notes > 0 ? [t('notes', { count: notes })] : []), ...named];
  if (all.length === 0) return null;
  return <p className="soft small">{t('followsFrom', { what: format.list(all) })}</p>;
}

/** Why a step led here, where somebody said so, and that one was undone. */
function StepWords({ way, row }: { way: Way; row: MapRow }) {
  const t = useText('provenance');
  const format = useFormat();
  const own = new Set(row.stop.stations.map(({ recordId }) => recordId));
  const arriving = way.links.filter(({ toId }) => own.has(toId));
  const reasons = [...new Set(arriving.flatMap(({ reason }) => reason ?? []))];
  const endedAt = arriving.find((link) => link.endedAt)?.endedAt;
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason} className="keep-lines">{reason}</p>
      ))}
      {endedAt && <p className="soft small">{t('undone', { date: format.day(endedAt) })}</p>}
    </>
  );
}

function StopView({ row, asked }: { row: MapRow; asked: boolean }) {
  const t = useText('provenance');
  const format = useFormat();
  const [station] = row.stop.stations;
  if (station.kind === 'contribution') return <Notes stations={row.stop.stations} asked={asked} />;
  const title = <span lang={station.language ?? undefined}>{station.title}</span>;
  return (
    <>
      <p className="provenance-head">
        <span className="provenance-kind">{t(`kind.${station.kind}`)}</span>
        <span className="soft small">{format.day(station.at)}</span>
        {station.outcome && <OutcomeTag outcome={station.outcome} />}
      </p>
      <p className="strong">{station.url && !asked ? <a href={station.url}>{title}</a> : title}</p>
      {station.reason && (
        <p className="keep-lines" lang={station.language ?? undefined}>
          {station.reason}
        </p>
      )}
    </>
  );
}

function Notes({ stations, asked }: { stations: readonly [Station, ...Station[]]; asked: boolean }) {
  const t = useText('provenance');
  const format = useFormat();
  const [first, rest] = [stations.slice(0, NOTES_SHOWN), stations.slice(NOTES_SHOWN)];
  return (
    <>
      <p className="provenance-head">
        <span className="provenance-kind">{stations.every(({ said }) => said === 'idea') ? t('ideasWritten', { count: stations.length }) : asked || stations.length === 1 ? t('kind.contribution') : t('notes', { count: stations.length })}</span>
        <span className="soft small">{format.day(stations[0].at)}</span>
      </p>
      <NoteList stations={first} linked={!asked} />
      {rest.length > 0 && (
        <details>
          <summary>{t('restOfNotes', { count: rest.length })}</summary>
          <NoteList stations={rest} linked={!asked} />
        </details>
      )}
    </>
  );
}

function NoteList({ stations, linked }: { stations: readonly Station[]; linked: boolean }) {
  const t = useText('provenance');
  const format = useFormat();
  const language = useLanguage();
  return (
    <ul role="list" className="provenance-notes">
      {stations.map((station) => (
        <li key={station.recordId} className="ui-note" lang={station.language ?? undefined}>
          {linked ? <a href={`/ways/${station.recordId}`}>{station.title}</a> : station.title}
          {station.entered && <span className="provenance-entered" lang={language}>{t(`entered.${station.entered}`, { date: format.day(station.at) })}</span>}
        </li>
      ))}
    </ul>
  );
}

const middleOf = (track: number) => track * TRACK + TRACK / 2;

/** The lines beside one stop. For eyes only: the list says the same. */
function Tracks({ row, ended, asked }: { row: MapRow; ended: boolean; asked: boolean }) {
  const { track, arrives, goesOn, passing, forks, joins } = row;
  return (
    <span className="provenance-tracks" aria-hidden style={{ width: `calc(var(--tracks) * ${TRACK}px)` }}>
      {passing.map((number) => (
        <span key={`p${number}`} className="provenance-rail" data-track={number % 3} style={{ left: middleOf(number), top: 0, bottom: 0 }} />
      ))}
      {arrives && <span className="provenance-rail" data-track={track % 3} style={{ left: middleOf(track), top: 0, height: DOT }} />}
      {goesOn && <span className="provenance-rail" data-track={track % 3} style={{ left: middleOf(track), top: DOT, bottom: 0 }} />}
      {[...forks, ...joins].map((number) => (
        <span
          key={`c${number}`}
          className="provenance-curve"
          data-track={number % 3}
          data-to={number > track ? 'right' : 'left'}
          style={{ left: Math.min(middleOf(track), middleOf(number)), width: Math.abs(number - track) * TRACK, top: DOT, bottom: 0 }}
        />
      ))}
      <span
        className="provenance-dot"
        data-track={track % 3}
        data-ended={ended || undefined}
        data-asked={asked || undefined}
        style={{ left: middleOf(track), top: DOT }}
      />
    </span>
  );
}
