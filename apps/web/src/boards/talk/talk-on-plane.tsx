import { useEffect, useRef } from 'react';
import { useItemWords } from '../use-board-words.ts';
import type { BoardView } from '../scene/board-view.ts';
import type { ItemWords } from '../scene/item-layer.ts';
import type { BoardTalk } from './board-talk.ts';
import { TalkMarks } from './talk-marks.ts';
import './talk.css';
import { useTalkWords } from './use-talk.ts';

/** What is said about the things on the plane: marks for the eye, words in their names for who listens. */
export function TalkOnPlane({ view, talk, onOpen }: { view: BoardView; talk: BoardTalk; onOpen: (objectId: string) => void }) {
  const words = useItemWords();
  const talkWords = useTalkWords();
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const marks = new TalkMarks(view, talk, (objectId) => open.current(objectId));
    return () => marks.destroy();
  }, [view, talk]);
  useEffect(() => {
    const withTalk = (name: string, id: string) => [name, talkWords(talk.of(id))].filter(Boolean).join(', ');
    const named: ItemWords = {
      note: (note, ...rest) => withTalk(words.note(note, ...rest), note.id),
      frame: (frame, count) => withTalk(words.frame(frame, count), frame.id),
      cluster: (cluster, count) => withTalk(words.cluster(cluster, count), cluster.id),
      drawing: (placed, selected) => withTalk(words.drawing(placed, selected), placed.id),
      clusterTitle: words.clusterTitle,
    };
    const say = () => view.say(named);
    say();
    return talk.onChange(say);
  }, [view, talk, words, talkWords]);
  return null;
}
