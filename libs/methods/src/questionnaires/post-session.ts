import type { Questionnaire } from '@spolu/contracts/question-texts';

/**
 * What participants are asked after a session. Our own wording, arranged by the three areas of the OECD evaluation guidelines for deliberative processes
 * (2021): design, deliberative experience, pathways to impact; beside them the tool, accessibility and the whole. The Ukrainian is a working translation.
 */
export const postSession: Questionnaire = {
  id: 'post-session',
  minutes: 4,
  withDemographics: true,
  title: { sk: 'Po stretnutí', cs: 'Po setkání', en: 'After the session', uk: 'Після зустрічі' },
  intro: { sk: 'Odpovede sú anonymné a dobrovoľné. Pomáhajú nám zlepšovať sa a zverejňujú sa iba súhrnne.', cs: 'Odpovědi jsou anonymní a dobrovolné. Pomáhají nám zlepšovat se a zveřejňují se jen souhrnně.', en: 'The answers are anonymous and voluntary. They help us improve and are published only as totals.', uk: 'Відповіді анонімні та добровільні. Вони допомагають нам ставати кращими й публікуються лише узагальнено.' },
  questions: [
    {
      id: 'ps01', type: 'agree5', dimension: 'design',
      texts: { sk: 'Účel stretnutia mi bol jasný.', cs: 'Účel setkání mi byl jasný.', en: 'The purpose of the meeting was clear to me.', uk: 'Мета зустрічі була мені зрозуміла.' },
    },
    {
      id: 'ps02', type: 'agree5', dimension: 'design',
      texts: { sk: 'Rozumel/a som, o čom sa dalo a o čom sa nedalo rozhodnúť.', cs: 'Rozuměl/a jsem, o čem se dalo a o čem se nedalo rozhodnout.', en: 'I understood what could and could not be decided here.', uk: 'Мені було зрозуміло, що тут можна вирішити, а що ні.' },
    },
    {
      id: 'ps03', type: 'agree5', dimension: 'design',
      texts: { sk: 'Otázka bola položená neutrálne.', cs: 'Otázka byla položena neutrálně.', en: 'The question was put in a neutral way.', uk: 'Запитання було поставлено нейтрально.' },
    },
    {
      id: 'ps04', type: 'agree5', dimension: 'design',
      texts: { sk: 'Na úlohu bolo dosť času.', cs: 'Na úkol bylo dost času.', en: 'There was enough time for the task.', uk: 'На завдання було достатньо часу.' },
    },
    {
      id: 'ps05', type: 'agree5', dimension: 'design',
      texts: { sk: 'Zúčastnili sa ľudia s rôznymi skúsenosťami a názormi.', cs: 'Zúčastnili se lidé s různými zkušenostmi a názory.', en: 'People with different experience and opinions took part.', uk: 'Участь узяли люди з різним досвідом і поглядами.' },
    },
    {
      id: 'ps06', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Informácie, ktoré sme dostali, boli zrozumiteľné a vyvážené.', cs: 'Informace, které jsme dostali, byly srozumitelné a vyvážené.', en: 'The information we received was understandable and balanced.', uk: 'Інформація, яку ми отримали, була зрозумілою та збалансованою.' },
    },
    {
      id: 'ps07', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Facilitátor/ka bol/a nestranný/á a dal/a priestor všetkým.', cs: 'Facilitátor/ka byl/a nestranný/á a dal/a prostor všem.', en: 'The facilitator was impartial and gave everyone a chance to speak.', uk: 'Фасилітатор/ка був/ла неупередженим/ою і дав/ла слово всім.' },
    },
    {
      id: 'ps08', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Mohol/mohla som povedať, čo som považoval/a za dôležité.', cs: 'Mohl/a jsem říct, co jsem považoval/a za důležité.', en: 'I could say what I considered important.', uk: 'У мене була змога сказати те, що я вважаю важливим.' },
    },
    {
      id: 'ps09', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Počúvali sme sa s rešpektom, aj keď sme nesúhlasili.', cs: 'Naslouchali jsme si s respektem, i když jsme nesouhlasili.', en: 'We listened to each other with respect, even when we disagreed.', uk: 'Ми слухали одне одного з повагою, навіть коли не погоджувалися.' },
    },
    {
      id: 'ps10', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Lepšie rozumiem ľuďom s iným názorom.', cs: 'Lépe rozumím lidem s jiným názorem.', en: 'I now better understand people with a different opinion.', uk: 'Тепер я краще розумію людей з іншою думкою.' },
    },
    {
      id: 'ps11', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Dozvedel/a som sa o téme niečo nové.', cs: 'Dozvěděl/a jsem se o tématu něco nového.', en: 'I learned something new about the topic.', uk: 'Мені стало відомо про тему щось нове.' },
    },
    {
      id: 'ps12', type: 'agree5', dimension: 'deliberation',
      texts: { sk: 'Nikto na mňa netlačil, čo si mám myslieť alebo ako hlasovať.', cs: 'Nikdo na mě netlačil, co si mám myslet nebo jak hlasovat.', en: 'Nobody put pressure on what I should think or how to vote.', uk: 'Ніхто не тиснув на мене, що думати або як голосувати.' },
    },
    {
      id: 'ps13', type: 'agree5', dimension: 'impact',
      texts: { sk: 'Výstupy zodpovedajú tomu, čo ľudia naozaj povedali.', cs: 'Výstupy odpovídají tomu, co lidé opravdu řekli.', en: 'The outputs reflect what people really said.', uk: 'Результати відповідають тому, що люди справді сказали.' },
    },
    {
      id: 'ps14', type: 'agree5', dimension: 'impact',
      texts: { sk: 'Viem, čo sa s výstupmi stane a dokedy.', cs: 'Vím, co se s výstupy stane a do kdy.', en: 'I know what will happen with the outputs and by when.', uk: 'Я знаю, що станеться з результатами і до якого часу.' },
    },
    {
      id: 'ps15', type: 'agree5', dimension: 'impact',
      texts: { sk: 'Verím, že mesto sa výstupmi bude vážne zaoberať.', cs: 'Věřím, že se město bude výstupy vážně zabývat.', en: 'I trust the city to deal with the outputs seriously.', uk: 'Я вірю, що місто серйозно розгляне результати.' },
    },
    {
      id: 'ps16', type: 'agree5', dimension: 'tool',
      texts: { sk: 'Tabuľa a hlasovanie sa mi používali ľahko.', cs: 'Tabule a hlasování se mi používaly snadno.', en: 'The board and voting were easy to use.', uk: 'Дошкою та голосуванням було легко користуватися.' },
    },
    {
      id: 'ps17', type: 'yes-no', dimension: 'accessibility',
      texts: { sk: 'Bránilo vám niečo v zapojení (priestor, jazyk, technika, čas, sluch, zrak, pohyb)?', cs: 'Bránilo vám něco v zapojení (prostor, jazyk, technika, čas, sluch, zrak, pohyb)?', en: 'Did anything make it hard for you to take part (space, language, technology, time, hearing, sight, movement)?', uk: 'Чи заважало вам щось брати участь (простір, мова, техніка, час, слух, зір, рух)?' },
      followUp: { id: 'ps17a', whenIn: ['yes', 'partly'], texts: { sk: 'Čo to bolo? Neuvádzajte, prosím, zdravotné údaje, ktoré nechcete zdieľať.', cs: 'Co to bylo? Neuvádějte, prosím, zdravotní údaje, které nechcete sdílet.', en: 'What was it? Please do not give health details you don’t want to share.', uk: 'Що це було? Будь ласка, не вказуйте відомостей про здоров’я, якими не хочете ділитися.' } },
    },
    {
      id: 'ps18', type: 'satisfaction5', dimension: 'overall',
      texts: { sk: 'Ako ste celkovo spokojný/á so stretnutím?', cs: 'Jak jste celkově spokojený/á se setkáním?', en: 'How satisfied are you with the meeting overall?', uk: 'Наскільки ви загалом задоволені зустріччю?' },
    },
    {
      id: 'ps19', type: 'recommend10', dimension: 'overall',
      texts: { sk: 'Odporučili by ste účasť priateľovi alebo susedovi?', cs: 'Doporučil/a byste účast příteli nebo sousedovi?', en: 'Would you recommend taking part to a friend or neighbour?', uk: 'Чи порадили б ви участь другові або сусідові?' },
    },
    {
      id: 'ps20', type: 'text', dimension: 'overall',
      texts: { sk: 'Čo sa podarilo najviac?', cs: 'Co se povedlo nejvíc?', en: 'What worked best?', uk: 'Що вдалося найкраще?' },
    },
    {
      id: 'ps21', type: 'text', dimension: 'overall',
      texts: { sk: 'Čo máme nabudúce urobiť inak?', cs: 'Co máme příště udělat jinak?', en: 'What should we do differently next time?', uk: 'Що нам зробити інакше наступного разу?' },
    },
  ],
};
