import type { BoardOutline } from '@spolu/contracts/boards';
import { TranslationLines } from '../../boards/note-translations.tsx';
import { InBoth, useTwoLanguages } from '../in-both.tsx';
import { useTranslations } from '../translations/use-translations.ts';
import { useOutline } from '../use-outline.ts';
import { usePhoneText } from './phone-text.tsx';

interface BoardListProps {
  boardId: string;
  participantId: string;
  /** Of the room: another one may mean another board (a reveal). */
  version: number;
  /** The heading level of frames. */
  level: 2 | 3;
  /** Only what lies in this frame; left out or null: all of it. */
  frameId?: string | null;
}

/** The board as a list: frames, in them clusters, in them people's own words. */
export function BoardList({ boardId, participantId, version, level, frameId = null }: BoardListProps) {
  const { t } = usePhoneText();
  const { outline, failed } = useOutline(boardId, version);
  const translations = useTranslations(boardId, version, useTwoLanguages() !== null);
  if (!outline) return <p className="soft" role="status">{failed ? t('network.none') : t('board.loading')}</p>;
  const frames = filled(outline).filter(({ id }) => frameId === null || id === frameId);
  const noteCount = frames.reduce((sum, { clusters }) => clusters.reduce((inFrame, { notes }) => inFrame + notes.length, sum), 0);
  if (noteCount === 0) return <p className="soft">{t('board.empty')}</p>;
  const FrameHeading = level === 2 ? 'h2' : 'h3';
  const ClusterHeading = level === 2 ? 'h3' : 'h4';
  return (
    <div className="stack">
      <p className="soft small">{t('board.count', { count: noteCount })}</p>
      {frames.map((frame) => (
        <section key={frame.id ?? 'none'} className="stack stack-s">
          {frameId === null && (frame.title || outline.frames.length > 1) && <FrameHeading>{frame.title ? <InBoth of={frame.title} /> : t('board.noFrame')}</FrameHeading>}
          {frame.clusters.map((cluster) => (
            <section key={cluster.id ?? 'none'} className={cluster.id ? 'phone-cluster' : 'stack stack-s'}>
              {cluster.id && (
                <ClusterHeading>
                  {cluster.title || t('board.unnamed')} <span className="soft small">{t('board.count', { count: cluster.notes.length })}</span>
                </ClusterHeading>
              )}
              <ul role="list" className="stack stack-s">
                {cluster.notes.map((note) => (
                  <li key={note.id} className="ui-note" data-color={note.colour}>
                    {note.text}
                    <TranslationLines translations={translations.get(note.contributionId) ?? []} sign={t('board.translated')} />
                    {note.participantId === participantId && <strong className="phone-mine">{t('board.mine')}</strong>}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Frames and clusters that hold a note: an empty one says nothing on a small screen. */
const filled = (outline: BoardOutline) =>
  outline.frames
    .map((frame) => ({ ...frame, clusters: frame.clusters.filter((cluster) => cluster.notes.length > 0) }))
    .filter((frame) => frame.clusters.length > 0);
