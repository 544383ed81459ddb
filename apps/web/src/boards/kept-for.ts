const HOUR_MS = 3_600_000;

/** How long a device keeps what it showed: as long as a sign-in may live (SEC-10), twelve hours with an account; for guests a week of their thirty days. */
export const KEPT_FOR_MS = { person: 12 * HOUR_MS, participant: 7 * 24 * HOUR_MS };
