import type { MethodText } from '../method-content.ts';

export default {
  name: 'Rychlé seznámení ve dvojicích',
  purpose: 'Během pár minut rozmluvit všechny a zjistit, co lidé přinášejí a co očekávají.',
  materials: 'Zvonek, dvě otázky na plátně, volný prostor',
  output: 'Stěna očekávání seskupená podle témat',
  notFor: 'Hlučné místnosti s lidmi, kteří nemohou stát nebo špatně slyší, pokud jim nenabídnete tichá místa k sezení; skupiny, které se už znají.',
  steps: [
    { title: 'Dvě otázky', instruction: 'Ukažte jednu otázku o výzvě a jednu o tom, co chtějí lidé získat a čím mohou přispět.' },
    { title: '1. kolo: někdo nový', instruction: '1. kolo: najděte někoho, koho neznáte; každý mluví asi dvě minuty.' },
    { title: '2. kolo: další partner', instruction: '2. kolo s někým novým.' },
    { title: '3. kolo: co se opakuje', instruction: '3. kolo s někým novým; všímejte si, co se opakuje.' },
    { title: 'Jedno očekávání jako karta', instruction: 'Každý pošle jedno očekávání jako kartu z telefonu nebo na papíře.' },
  ],
} satisfies MethodText;
