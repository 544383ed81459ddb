import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '@spolu/contracts/plain';
import { EditActivity } from '@spolu/contracts/sessions';
import { methods } from '@spolu/methods/library';
import { activitiesOf } from './method-steps.ts';

describe('the steps of a method', () => {
  test.each(LANGUAGES)('of each method in the library are activities that the form could have sent (%s)', (language) => {
    for (const { id } of methods(language)) {
      const activities = activitiesOf(id, language);
      expect(activities.length).toBeGreaterThan(0);
      for (const activity of activities) expect(EditActivity.parse(activity)).toEqual(activity);
    }
  });

  test('say what to do and name the method they come from', () => {
    const [first] = activitiesOf('brainwriting-635', 'sk');
    expect(first).toMatchObject({ methodId: 'brainwriting-635', staffNotes: '' });
    expect(first?.title.length).toBeGreaterThan(0);
    expect(first?.instruction.length).toBeGreaterThan(0);
  });

  test('of a method nobody knows are none', () => expect(() => activitiesOf('nothing-such', 'sk')).toThrow('session/unknown-method'));
});
