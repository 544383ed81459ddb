/** Whether ideas are taken on a day; the last day counts. @param today `YYYY-MM-DD` in the municipality's zone */
export const isTakingOn = ({ fromOn, untilOn }: { fromOn: string | null; untilOn: string | null }, today: string): boolean =>
  fromOn !== null && fromOn <= today && today <= (untilOn ?? today);
