import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Sequences } from './sequences.ts';

const Speaker = fc.constantFrom('one', 'two');
const Topic = fc.constantFrom('a', 'b');

test('whatever is lost on the way, whoever hears the next message or the next beat knows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ speaker: Speaker, topic: Topic, does: fc.constantFrom('said', 'said', 'lost', 'beat', 'left') }), { maxLength: 60 }),
      (events) => {
        const speakers = { one: new Sequences(), two: new Sequences() };
        const listener = new Sequences();
        /** By speaker and topic, what the listener lost and was not told of. */
        const unknown = new Set<string>();
        for (const { speaker, topic, does } of events) {
          const key = `${speaker}/${topic}`;
          const said = speakers[speaker];
          if (does === 'left') {
            listener.forgetTopic(topic);
            // Whoever follows a topic anew reads all of it first; the next message makes her look once more, unless it is the first of all.
            for (const other of ['one', 'two'] as const) if (speakers[other].said(topic) > 0) unknown.add(`${other}/${topic}`);
          } else if (does === 'lost') {
            said.next(topic);
            unknown.add(key);
          } else {
            const isAll = does === 'said' ? listener.hear(speaker, topic, said.next(topic)) : listener.compare(speaker, topic, said.said(topic));
            expect(isAll).toBe(!unknown.delete(key));
          }
        }
      },
    ),
  );
});

test('a speaker who was forgotten begins with her first message again', () => {
  const listener = new Sequences();
  expect([listener.hear('one', 'a', 1), listener.hear('one', 'a', 2)]).toEqual([true, true]);
  listener.forgetSpeaker('one');
  expect(listener.hear('one', 'a', 3)).toBe(false);
  expect(listener.hear('one', 'a', 4)).toBe(true);
});
