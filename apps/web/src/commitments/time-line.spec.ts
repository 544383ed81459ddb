import { expect, test } from '@jest/globals';
import type { CommitmentView, MilestoneView } from '@spolu/contracts/commitments';
import { byDay, shareOf, spanOf, ticksOf } from './time-line.ts';

const commitment = (fromOn: string | null, untilOn: string | null, ...days: (string | null)[]) =>
  ({ fromOn, untilOn, milestones: days.map((dueOn, i) => ({ id: `${dueOn}-${i}`, dueOn }) as MilestoneView) }) as CommitmentView;

test('milestones of all commitments stand by their days, and those without a day apart', () => {
  const { dated, undated } = byDay([commitment(null, null, '2027-01-01', null, '2026-03-01'), commitment(null, null, '2026-03-01')]);
  expect(dated.map(({ milestone }) => milestone.id)).toEqual(['2026-03-01-2', '2026-03-01-0', '2027-01-01-0']);
  expect(undated.map(({ milestone }) => milestone.id)).toEqual(['null-1']);
});

test('the span reaches over the plan, its commitments and their milestones', () => {
  expect(spanOf({ fromOn: '2026-01-01', untilOn: '2026-12-31' }, [commitment('2025-11-01', null, '2027-02-01')])).toEqual({ from: '2025-11-01', until: '2027-02-01' });
  expect(spanOf({ fromOn: null, untilOn: null }, [commitment(null, null, null)])).toBeNull();
  expect(spanOf({ fromOn: null, untilOn: null }, [commitment(null, null, '2026-01-01')])).toBeNull();
});

test('a day lies along the span by its share, or outside it', () => {
  const span = { from: '2026-01-01', until: '2026-01-11' };
  expect([shareOf('2026-01-01', span), shareOf('2026-01-06', span), shareOf('2026-01-11', span)]).toEqual([0, 0.5, 1]);
  expect([shareOf('2025-12-31', span), shareOf('2026-01-12', span)]).toEqual([null, null]);
});

test('a short span is ticked by quarters, a long one by years', () => {
  expect(ticksOf({ from: '2026-02-01', until: '2027-01-01' })).toEqual(['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01']);
  expect(ticksOf({ from: '2024-03-01', until: '2026-08-31' })).toEqual(['2025-01-01', '2026-01-01']);
});
