import type { Questionnaire, Texts } from '@spolu/contracts/question-texts';

/** What those who ran a session ask themselves. The Ukrainian is a working translation. */
export const reflection: Questionnaire = {
  id: 'organiser',
  minutes: 5,
  title: { sk: 'Reflexia organizátora', cs: 'Reflexe organizátora', en: 'Organiser’s reflection', uk: 'Рефлексія організатора' },
  intro: {
    sk: 'Pre vnútorné učenie tímu a monitorovaciu skupinu.', cs: 'Pro vnitřní učení týmu a monitorovací skupinu.', en: 'For the internal learning of the team and the monitoring group.',
    uk: 'Для внутрішнього навчання команди та моніторингової групи.',
  },
  questions: [
    { id: 'or01', type: 'agree5', dimension: 'design', texts: { sk: 'Zadanie a priestor na rozhodovanie boli dohodnuté pred začiatkom.', cs: 'Zadání a prostor pro rozhodování byly dohodnuty před začátkem.', en: 'The assignment and the room for decision were agreed before we started.', uk: 'Завдання та межі рішень були узгоджені до початку.' } },
    { id: 'or02', type: 'agree5', dimension: 'design', texts: { sk: 'Ten, kto rozhoduje, sa zaviazal k zdôvodnenej odpovedi v termíne.', cs: 'Ten, kdo rozhoduje, se zavázal k odůvodněné odpovědi v termínu.', en: 'The decision-maker committed to a reasoned response by a date.', uk: 'Той, хто вирішує, зобов’язався дати обґрунтовану відповідь у визначений термін.' } },
    { id: 'or03', type: 'agree5', dimension: 'design', texts: { sk: 'Pozvali sme skupiny, ktorých sa téma najviac týka, aj ťažko dosiahnuteľné.', cs: 'Pozvali jsme skupiny, kterých se téma nejvíc týká, i obtížně dosažitelné.', en: 'We invited the groups the topic concerns most, including those hard to reach.', uk: 'Ми запросили групи, яких тема стосується найбільше, також і важкодоступні.' } },
    { id: 'or04', type: 'agree5', dimension: 'deliberation', texts: { sk: 'Podklady boli včas a v zrozumiteľnom jazyku.', cs: 'Podklady byly včas a ve srozumitelném jazyce.', en: 'Supporting materials were ready in time and in plain language.', uk: 'Матеріали були вчасно і зрозумілою мовою.' } },
    { id: 'or05', type: 'agree5', dimension: 'deliberation', texts: { sk: 'Vypočuli sme aj tichších účastníkov.', cs: 'Vyslechli jsme i tišší účastníky.', en: 'Quiet participants were heard.', uk: 'Ми вислухали й тихіших учасників.' } },
    { id: 'or06', type: 'yes-no', dimension: 'deliberation', texts: { sk: 'Objavil sa vonkajší tlak na výsledok?', cs: 'Objevil se vnější tlak na výsledek?', en: 'Was there outside pressure on the result?', uk: 'Чи був зовнішній тиск на результат?' } },
    { id: 'or07', type: 'agree5', dimension: 'tool', texts: { sk: 'Nástroj bol počas stretnutia spoľahlivý.', cs: 'Nástroj byl během setkání spolehlivý.', en: 'The tool was reliable during the session.', uk: 'Інструмент під час зустрічі працював надійно.' } },
  ],
};

/** What it asks besides scales: figures, and one place for words. */
export const REFLECTION_FIGURES: Record<'staffHours' | 'directCosts' | 'lesson', { id: string; texts: Texts }> = {
  staffHours: { id: 'or08', texts: { sk: 'Počet hodín práce zamestnancov na stretnutí', cs: 'Počet hodin práce zaměstnanců na setkání', en: 'Hours of staff work spent on the session', uk: 'Кількість годин роботи працівників для зустрічі' } },
  directCosts: { id: 'or09', texts: { sk: 'Priame náklady (eur)', cs: 'Přímé náklady (eur)', en: 'Direct costs (euros)', uk: 'Прямі витрати (євро)' } },
  lesson: { id: 'or10', texts: { sk: 'Čo sme sa naučili pre metodický manuál?', cs: 'Co jsme se naučili pro metodický manuál?', en: 'What did we learn for the methodology manual?', uk: 'Чого ми навчилися для методичного посібника?' } },
};
