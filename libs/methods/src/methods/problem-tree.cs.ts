import type { MethodText } from '../method-content.ts';

export default {
  name: 'Strom problémů',
  purpose: 'Oddělit příčiny od důsledků dříve, než někdo navrhne řešení.',
  materials: 'Karty ve třech barvách, velký arch',
  output: 'Příčiny, důsledky a krátký seznam cílů',
  notFor: 'Témata, kde ještě chybějí fakta nebo kde chce skupina hledat viníka; nejdřív sesbírejte údaje nebo veďte dialog.',
  steps: [
    { title: 'Jádro problému', instruction: 'Shodněte se na jedné větě, která vystihuje jádro problému, a dejte ji na kmen.' },
    { title: 'Příčiny', instruction: 'Pište příčiny a ptejte se dál proč; umístěte je jako kořeny.' },
    { title: 'Důsledky', instruction: 'Pište důsledky pro lidi a pro město; umístěte je jako větve.' },
    { title: 'Sloučit a propojit', instruction: 'Slučte duplicity a nakreslete souvislosti.' },
    { title: 'Z příčin cíle', instruction: 'Proměňte hlavní příčiny v pozitivně formulované cíle.' },
    { title: 'Kde budeme pokračovat', instruction: 'Vyberte větev, na které se bude pracovat příště.' },
  ],
} satisfies MethodText;
