/** What an activity has of a kind; null where it is of another, or is none. */
export function partOf<A extends { kind: string; part: unknown }, K extends A['kind']>(activity: A | null | undefined, kind: K): Extract<A, { kind: K }>['part'] | null {
  return activity?.kind === kind ? (activity as Extract<A, { kind: K }>).part : null;
}
