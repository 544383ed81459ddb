import { expect, test } from '@jest/globals';
import { PLAIN_PLAN } from '@spolu/contracts/run-sheet';
import { materialsIn, planInput, planValues } from './block-values.ts';

test('materials are typed as one thinks of them: how many and what, a line each', () => {
  expect(materialsIn('20 lístky\n\n 3 × flipchart \n2x fixky\n4x fixky tenké\nčaj\n0 nič\n3D okuliare')).toEqual([
    { name: 'lístky', amount: 20 }, { name: 'flipchart', amount: 3 }, { name: 'fixky', amount: 2 }, { name: 'fixky tenké', amount: 4 },
    { name: 'čaj', amount: null }, { name: '0 nič', amount: null }, { name: '3D okuliare', amount: null },
  ]);
});

test('a plan that is not changed in the form stays as it was', () => {
  const plan = { ...PLAIN_PLAN, supplies: [{ name: 'lístky', amount: 20 }, { name: 'čaj', amount: null }], fixedStart: '12:00', track: 2, ownerId: '0b0e9b0c-1111-4222-8333-444455556666' };
  expect(planInput(planValues(plan))).toEqual(plan);
  expect(planInput({ ...planValues(), fixedStart: '9.30' })).toEqual({ ...PLAIN_PLAN, fixedStart: '09:30' });
});
