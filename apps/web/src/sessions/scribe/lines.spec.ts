import { expect, test } from '@jest/globals';
import { linesOf } from './lines.ts';

test('each line that says something is a note, without its bullet or number', () => {
  expect(linesOf('- Viac zelene\r\n\n  • Lavičky\n3) Trh každú sobotu\n   \n2. tretia koľaj')).toEqual(['Viac zelene', 'Lavičky', 'Trh každú sobotu', 'tretia koľaj']);
});
test('what only looks like a bullet stays', () => {
  expect(linesOf('-5 °C v triede\n24/7 autobus\n1000 stromov\n3.B nemá šatňu')).toEqual(['-5 °C v triede', '24/7 autobus', '1000 stromov', '3.B nemá šatňu']);
});
