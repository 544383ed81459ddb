import { expect, test } from '@jest/globals';
import { materialsOf, type MaterialsBlock } from './sheet-materials.ts';

const at = (start: number, end: number, block: Partial<MaterialsBlock> & { id: string }) => ({
  block: { supplies: [], equipment: [], ...block }, placed: { id: block.id, start, end, slack: 0, isPassedOver: false },
});

test('supplies add up over blocks and days, whatever their capitals; of equipment as much is brought as is needed at one time', () => {
  const { supplies, equipment } = materialsOf([
    [
      at(0, 30, { id: 'a', supplies: [{ name: 'Lístky', amount: 100 }], equipment: [{ name: 'Flipchart', amount: 1 }] }),
      at(30, 60, { id: 'b', supplies: [{ name: 'lístky ', amount: 50 }], equipment: [{ name: 'flipchart', amount: 2 }] }),
      at(30, 70, { id: 'c', equipment: [{ name: 'Flipchart', amount: 1 }] }),
    ],
    [at(0, 30, { id: 'd', supplies: [{ name: 'Lístky', amount: null }, { name: 'Fixky', amount: null }], equipment: [{ name: 'Flipchart', amount: 2 }] })],
  ]);
  expect(supplies).toEqual([
    { name: 'Lístky', amount: 150, isAtLeast: true, blockIds: ['a', 'b', 'd'] },
    { name: 'Fixky', amount: null, isAtLeast: false, blockIds: ['d'] },
  ]);
  expect(equipment).toEqual([{ name: 'Flipchart', amount: 3, isAtLeast: false, blockIds: ['a', 'b', 'c', 'd'] }]);
});
