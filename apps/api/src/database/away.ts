/** Nobody answers at the address, or the server says that it is shutting down, starting, full, or that the connection broke. */
const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P0[123]|53300|08\w{3})$/;
/** The driver's own words where a connection broke under it; it gives them no code. */
const WORDS = /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout expired$|timeout exceeded when trying to connect)/;
/** TypeORM gives up a transaction's connection as soon as it breaks, and says this to whatever the transaction asks next. */
const GIVEN_UP = /^QueryRunner(Provider)?AlreadyReleasedError$/;

interface Failure {
  name?: string;
  code?: string;
  message?: string;
  driverError?: Failure;
}

/**
 * Whether an error says that PostgreSQL could not be reached or went away. What was under way may or may not be stored: whoever asked may ask again
 * with the same key.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { name, code, message, driverError } = (error ?? {}) as Failure;
  if (driverError && isDatabaseAway(driverError)) return true;
  return GIVEN_UP.test(name ?? '') || CODES.test(code ?? '') || (code === undefined && WORDS.test(message ?? ''));
}
