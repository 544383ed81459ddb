/**
 * What the options of a vote are called: as their clusters, and where several are called the same, each with its number among them, so that nobody gives
 * her dots to one and means the other.
 * @param unnamed what a cluster without a name is called
 */
export function optionTitles(titles: readonly string[], unnamed: string): string[] {
  const called = titles.map((title) => title.trim() || unnamed);
  const seen = new Map<string, number>();
  const taken = new Set(called.map(alike));
  return called.map((title) => {
    if (called.filter((other) => alike(other) === alike(title)).length === 1) return title;
    let number = seen.get(alike(title)) ?? 0;
    let numbered: string;
    // a cluster may be called „Doprava (1)“ by hand
    do numbered = `${title} (${++number})`;
    while (taken.has(alike(numbered)));
    seen.set(alike(title), number);
    return numbered;
  });
}

const alike = (title: string) => title.replace(/\s+/gu, ' ').toLowerCase();
