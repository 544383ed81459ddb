/** Reads elections as they are published: participatory budgets of Pabulib (.pb) and ranked ballots of PrefLib (.toi, .toc). */

/** One line of a `.pb` file: cells parted by semicolons, with quotes around those that hold one. */
function cellsOf(line) {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

/** `META`, `PROJECTS` and `VOTES`, each with a line of names and one line for each row. */
function sectionsOf(text) {
  const sections = {};
  let rows = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (!line.trim()) continue;
    if (/^(META|PROJECTS|VOTES)$/.test(line.trim())) rows = sections[line.trim()] = [];
    else rows.push(cellsOf(line.trim()));
  }
  return sections;
}

const named = ([names, ...rows]) => rows.map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), row[index] ?? ''])));
const listOf = (cell) => cell.split(',').map((one) => one.trim()).filter(Boolean);

/** @returns the vote's type, its budget, its projects with their cost, the score the city published and whether it was chosen, and who voted for what in which order, with how many points */
export function readPabulib(text) {
  const { META, PROJECTS, VOTES } = sectionsOf(text);
  const meta = Object.fromEntries(META.slice(1));
  return {
    voteType: meta.vote_type,
    budget: Number(meta.budget.replace(',', '.')),
    maxLength: Number(meta.max_length),
    maxPoints: Number(meta.max_sum_points),
    projects: named(PROJECTS).map((project) => ({ id: project.project_id, score: project.score ? Number(project.score) : null, cost: Number(project.cost), selected: project.selected === '1' })),
    ballots: named(VOTES).map((voter) => ({ projectIds: listOf(voter.vote), points: listOf(voter.points ?? '').map(Number) })),
  };
}

/** @returns option ids, and each ballot as often as it was cast: the best first, equals in one list */
export function readPreflib(text) {
  const lines = text.split(/\r?\n/).filter(Boolean);
  const count = Number(lines.find((line) => line.startsWith('# NUMBER ALTERNATIVES'))?.split(':')[1]);
  return {
    optionIds: Array.from({ length: count }, (_, index) => String(index + 1)),
    ballots: lines.filter((line) => !line.startsWith('#')).flatMap((line) => {
      const [times, order] = line.split(/:\s*/);
      const ballot = [...order.matchAll(/\{([^}]*)\}|(\d+)/g)].map(([, tied, alone]) => (alone ? [alone] : listOf(tied)));
      return Array.from({ length: Number(times) }, () => ballot);
    }),
  };
}
