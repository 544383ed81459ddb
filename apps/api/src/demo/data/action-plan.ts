import type { EditCommitment } from '@spolu/contracts/commitments';

/**
 * The city's open government action plan 2024–2026, shortened in our own words from the published document. It gives neither dates nor
 * owners of milestones, so none stand here.
 */
export const actionPlan = {
  title: 'Akčný plán otvoreného vládnutia mesta Banská Bystrica 2024 – 2026',
  fromOn: '2024-03-01',
  untilOn: '2026-08-31',
  vision: 'V Banskej Bystrici bude samospráva stáť na otvorenej a systematickej komunikácii a spolupráci s obyvateľmi, združeniami, podnikateľmi a ďalšími subjektmi vo všetkých oblastiach života obyvateľov a rozvoja mesta.',
  organisationKey: 'bb-msu',
} as const;

export interface DemoCommitment extends Omit<EditCommitment, 'changeReason' | 'revision'> {
  key: string;
  milestones: readonly { key: string; title: string }[];
}

export const commitments: readonly DemoCommitment[] = [
  {
    key: 'bb-c1',
    title: 'Podpora integrácie a využívania nástroja Spolupracovňa v agende mestského úradu',
    summary: 'Spolupracovňa má byť živým laboratóriom a platformou, ktorá metodicky podporuje participatívne a dialógové procesy rôznych aktérov pri zložitých výzvach samosprávy.',
    fromOn: '2024-04-01',
    untilOn: '2026-08-31',
    leadInternal: ['Kancelária prednostky', 'Referát participácie a inovácie v oblasti otvoreného spravovania', 'Organizačné oddelenie', 'Oddelenie rozvojových aktivít', 'Oddelenie architekta mesta'],
    leadExternal: ['Dialogue Centre n.o.', 'NOVA Information Management School (Lisbon)'],
    otherActors: ['Pracovná skupina v rámci mestského úradu', 'Univerzita Mateja Bela, Banská Bystrica', 'Rada Spolupracovne', 'Sieť miest v rámci projektu Agenti Koexistencie', 'Externí experti'],
    problem: 'Nástroj z prvého akčného plánu sa v agendách úradu využíva nesystematicky. Má poskytovať neutrálny a bezpečný priestor a metodickú podporu pre dialóg a spolutvorbu aktérov z rôznych sektorov, vnútri úradu aj mimo neho.',
    statusQuo: 'Viaceré procesy uspeli (Ideathon k integrovanej územnej stratégii, obnova Mestského parku, Zelené sídliská), no Spolupracovňa chýbala napríklad pri Programe rozvoja mesta. Môže pomôcť aj vnútri úradu, v dialógu odborníkov s poslancami, keďže komisie zastupiteľstva naň nedávajú vždy dosť priestoru, a pri témach s dosahom na kvalitu života alebo s rizikom polarizácie. Slabý dialóg vedie k nedorozumeniam, nedôvere a k riešeniam, ktoré nevyužívajú kolektívnu inteligenciu.\n\nČo bráni zmene:\n– Nedostatok kapacít na kvalitné participatívne procesy a spolutvorbu\n– Slabé povedomie a spoločné porozumenie možnostiam Spolupracovne\n– Chýbajúce hodnotenie využívania nástroja\n– Chýbajúca smernica, ako so Spolupracovňou pracovať\n– Rezistencia a nedôvera voči novému prístupu',
    action: 'Systematicky používať Spolupracovňu v agendách úradu (interne aj externe) pri zložitých alebo polarizujúcich témach.\n\nKroky:\n– Zvyšovať povedomie, kedy a ako nástroj použiť\n– Posilňovať kapacity aktérov samosprávy\n– Vytvoriť fyzický priestor živého laboratória na úrade\n– Skúšať nástroj v projektovom manažmente úradu\n– Podporiť dialóg poslancov, odborníkov a verejnosti v programoch komisií zastupiteľstva\n– Pravidelne monitorovať a hodnotiť využívanie v špecializovanej pracovnej skupine',
    contribution: 'Lepšie porozumenie, motivácia a kapacity na používanie nástroja, viac tém riešených s jeho podporou, kvalitnejšia spolutvorba a riešenia, lepšie vzťahy v meste.',
    vision: actionPlan.vision,
    values: ['Prístup k informáciám', 'Občianska participácia', 'Zúčtovateľnosť', 'Spolupráca'],
    resources: 'Približne 40 000 EUR, čiastočne zabezpečené.',
    additional: 'Projekt AGENTS OF COEXISTENCE priniesol financie na testovanie niektorých záväzkov a prístup ku komunite odborníkov a miest EÚ. Ďalším zdrojom je Integrovaná územná stratégia funkčnej mestskej oblasti financovaná z Operačného programu Slovensko 21-27, cieľ 5 – Európa bližšie k občanom.',
    language: 'sk',
    milestones: [
      { key: 'bb-c1-m1', title: 'Manuál / metodika Spolupracovne' },
      { key: 'bb-c1-m2', title: 'Nájdenie a revitalizácia priestoru pre Spolupracovňu' },
      { key: 'bb-c1-m3', title: 'Informačná kampaň o možnostiach využitia Spolupracovne' },
      { key: 'bb-c1-m4', title: 'Vytvorenie a realizácia vzdelávacieho programu na budovanie kapacít' },
      { key: 'bb-c1-m5', title: 'Smernice o využívaní Spolupracovne: v projektovom riadení úradu, v dialógu členov komisií, poslancov a odborníkov, v strategickom plánovaní a dialógu s verejnosťou' },
      { key: 'bb-c1-m6', title: 'Vytvorenie a pravidelné stretávanie pracovnej skupiny na monitorovanie a hodnotenie využívania Spolupracovne (interne aj externe)' },
    ],
  },
  {
    key: 'bb-c2',
    title: 'Rozvoj základne ambasádorov (agentov zmeny/inovátorov) a budovanie kapacít pre podporu inovácie otvoreného vládnutia/spravovania (interne i externe)',
    summary: '',
    fromOn: '2024-04-01',
    untilOn: '2026-08-31',
    leadInternal: ['Kancelária prednostky', 'Referát participácie a inovácie v oblasti otvoreného spravovania', 'Oddelenie rozvojových aktivít'],
    leadExternal: ['Dialogue Centre n.o.', 'NOVA Information Management School (Lisbon)'],
    otherActors: ['Pracovná skupina v rámci mestského úradu', 'Kancelária primátora', 'Oddelenie architekta mesta', 'Ekonomická fakulta UMB', 'PF UMB', 'Akadémia umení, Banská Bystrica', 'Rada Spolupracovne', 'Únia miest', 'Sieť miest v rámci projektu Agenti Koexistencie'],
    problem: 'Otvorené vládnutie je zložitá kultúrna zmena od hierarchického k dialogickému a participatívnemu spôsobu. Úzky kruh ambasádorov (podnikatelia, akademici, poslanci, zamestnanci úradu) treba rozšíriť, inak inovácia napreduje pomaly a obmedzene.',
    statusQuo: 'Aktívna základňa sa sústreďuje okolo Referátu participácie a Rady Spolupracovne, kapacity sú však obmedzené interne aj externe. Pokusné zásahy nie sú vždy úspešné: niektoré výstupy sa nepremietnu do praxe a niekde spolutvorba chýba.\n\nČo bráni zmene:\n– Polarizácia bráni vnímať otvorené spravovanie ako spoločnú víziu\n– Nedostatočné porozumenie potrebe zmeny\n– Chýbajúce zručnosti a znalosti\n– Rezistencia, nedôvera a strach zo zmeny\n– Osobné alebo politické záujmy\n– Dominancia pôvodného spôsobu spravovania',
    action: 'Posilniť základňu ambasádorov z úradu aj zvonka, budovať ich kapacity a plniť depolarizačnú misiu v meste.\n\nKroky:\n– Partnerstvá s fakultami univerzít\n– Silnejší status Rady Spolupracovne ako poradného orgánu primátora\n– Neformálne teambuildingové aktivity s občianskou spoločnosťou, firmami a úradom\n– Špecializované workshopy\n– Komunita praxe na výmenu skúseností medzi mestami aj v úrade\n– Širšia informačná kampaň v meste a v úrade',
    contribution: 'Silnejšia a širšia základňa ambasádorov, ich zručnosti a motivácia; dlhodobo lepšia schopnosť mesta čeliť zložitým krízam a inovovať aj v digitalizácii či klimatických riešeniach.',
    vision: actionPlan.vision,
    values: ['Prístup k informáciám', 'Občianska participácia', 'Zúčtovateľnosť', 'Spolupráca'],
    resources: 'Približne 16 000 EUR, zabezpečené.',
    additional: '',
    language: 'sk',
    milestones: [
      { key: 'bb-c2-m1', title: 'Priebežná informačná kampaň o iniciatíve a hľadanie nových ambasádorov (externe aj v úrade)' },
      { key: 'bb-c2-m2', title: 'Vzdelávacie workshopy o otvorenom vládnutí vrátane depolarizačných stratégií' },
      { key: 'bb-c2-m3', title: 'Premena Rady Spolupracovne na poradný orgán primátora a jej štatút' },
      { key: 'bb-c2-m4', title: 'Partnerstvá s akademickou obcou formou memoránd' },
      { key: 'bb-c2-m5', title: 'Konferencia k otvorenému vládnutiu a ad hoc podujatia na výmenu skúseností miest' },
      { key: 'bb-c2-m6', title: 'Neformálne aktivity s ambasádormi a členmi Spolupracovne za účasti vedenia samosprávy' },
      { key: 'bb-c2-m7', title: 'Študijné návštevy domácich a zahraničných miest a organizácií' },
      { key: 'bb-c2-m8', title: 'Interné raňajky – pravidelné neformálne stretávanie odborníkov úradu a vedenia' },
    ],
  },
  {
    key: 'bb-c3',
    title: 'Využitie nástroja Spolupracovňa vo vybraných agendách mestského úradu',
    summary: 'Spolupracovňa podporí spolutvorbu Programu rozvoja bývania a rozvoj medzisektorových inovačných partnerstiev so zameraním na energetickú udržateľnosť.',
    fromOn: '2024-03-01',
    untilOn: '2026-08-31',
    leadInternal: ['Oddelenie architekta mesta', 'Oddelenie rozvojových aktivít', 'Referát participácie a inovácie v oblasti otvoreného spravovania', 'Kancelária primátora'],
    leadExternal: ['Univerzita Mateja Bela, Banská Bystrica', 'NOVA Information Management School (Lisbon)'],
    otherActors: ['Centrum komunitného organizovania, n.o.', 'Dialogue Centre n.o.', 'Univerzita Mateja Bela, Banská Bystrica', 'Rada Spolupracovne', 'Sieť miest v rámci projektu Agenti Koexistencie'],
    problem: 'Zložité výzvy potrebujú kolektívnu inteligenciu a kvalitnú spolutvorbu úradníkov, poslancov, expertov, výskumu, firiem, občianskych rád, obyvateľov a iných miest. Medzi ne patrí Program rozvoja bývania a energetická udržateľnosť.',
    statusQuo: 'Mesto potrebuje nový Program rozvoja bývania podľa potrieb obyvateľov a inovatívne energetické riešenia. Medzisektorové partnerstvá zatiaľ nemá a s inovačnými ekosystémami nemá skúsenosť. Oba procesy vyžadujú facilitáciu, komunikáciu, kooperáciu a koordináciu pri troj- až štvorstrannej spolupráci.',
    action: 'Použiť Spolupracovňu na spolutvorbu a dialóg v agende bývania a energetickej udržateľnosti, procesy monitorovať a vyhodnocovať a z poznatkov pripraviť metodiku a modely spolupráce; usporiadať workshop alebo sériu workshopov o medzisektorových inovačných ekosystémoch.\n\nKroky:\n– Spolutvorba Programu rozvoja bývania\n– Rozvoj medzisektorového partnerstva pre energetickú udržateľnosť\n– Monitorovanie a vyhodnocovanie procesov\n– Návrh metodiky spolutvorby a modelov spolupráce\n– Workshop alebo séria workshopov o inovačných ekosystémoch',
    contribution: 'Častejšie používanie Spolupracovne, lepšie kapacity zamestnancov na facilitáciu, nová stratégia rozvoja bývania a medzisektorové partnerstvo pre energetickú udržateľnosť.',
    vision: actionPlan.vision,
    values: [],
    resources: 'Približne 40 000 EUR, čiastočne zabezpečené.',
    additional: 'Zdrojom je aj Integrovaná územná stratégia funkčnej mestskej oblasti Banská Bystrica financovaná z Operačného programu Slovensko 21-27.',
    language: 'sk',
    milestones: [
      { key: 'bb-c3-m1', title: 'Nový Program rozvoja bývania' },
      { key: 'bb-c3-m2', title: 'Záverečná hodnotiaca správa z procesu spolutvorby Programu rozvoja bývania' },
      { key: 'bb-c3-m3', title: 'Seminár/workshop o medzisektorových inovačných partnerstvách' },
      { key: 'bb-c3-m4', title: 'Vznik a fungovanie medzisektorového inovačného partnerstva pre energetickú udržateľnosť' },
      { key: 'bb-c3-m5', title: 'Záverečná hodnotiaca správa z rozvoja a spolutvorby partnerstva pre energetickú udržateľnosť' },
      { key: 'bb-c3-m6', title: 'Metodické odporúčania pre spolutvorbu, modely spolupráce a rozvoj medzisektorových inovačných partnerstiev' },
    ],
  },
];
