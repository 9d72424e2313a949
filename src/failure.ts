/**
 * The command could not do its work, for a reason that the user can mend: bad
 * usage, an unreadable configuration, a failed write. Shown as one line, exit 2.
 */
export class Failure extends Error {
  override readonly name = 'Failure'
}

/** The `code` of a system error such as `ENOENT`, or undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** One line about a system error, without the stack. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
