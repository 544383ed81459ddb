/** What she types into a field and on which revision it builds, kept at each key: it is there after a reload, an empty battery, a refusal. */
export interface FieldDraft {
  text: string;
  revision: number;
}
const place = (teamId: string, field: number) => `canvas-draft ${teamId} ${String(field)}`;

export function readDraft(teamId: string, field: number): FieldDraft | null {
  try {
    const kept = localStorage.getItem(place(teamId, field));
    return kept === null ? null : (JSON.parse(kept) as FieldDraft);
  } catch {
    return null;
  }
}

export function keepDraft(teamId: string, field: number, draft: FieldDraft | null): void {
  try {
    if (draft) localStorage.setItem(place(teamId, field), JSON.stringify(draft));
    else localStorage.removeItem(place(teamId, field));
  } catch {
    // Storage is forbidden: the words live as long as the page.
  }
}
