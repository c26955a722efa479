/** Where in the code something stood when it failed. */
const FRAME = /^ {4}at .*$/gm

/** Writes to the process's log that something of ours failed: what sort of error, and where. Messages and the values that databases add to them may hold words of reports and names, and stay out. */
export function complain(error: unknown, about = ''): void {
  const cause = error instanceof Error && error.cause !== undefined ? [error.cause] : []
  const told = [error, ...cause].flatMap((one) => [nameOf(one), ...framesOf(one)])
  console.error([...(about === '' ? [] : [about]), ...told].join('\n'))
}

/** As `TypeError`, or `error 23505`, what Postgres calls it. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown'
  const { code } = error as { readonly code?: unknown }
  const known = typeof code === 'string' && /^[\w-]{1,60}$/.test(code) ? ` ${code}` : ''
  return `${error.constructor.name}${known}`
}

/** The stack without the message, whose lines may look like frames. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { stack = '', message } = error
  const start = stack.indexOf(message)
  return start < 0 ? [] : (stack.slice(start + message.length).match(FRAME) ?? [])
}
