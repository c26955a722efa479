import { Command, CommanderError } from 'commander'
import { AscribeError } from '../base/errors.ts'
import { addEvaluate } from './commands/evaluate.ts'
import { addExplain } from './commands/explain.ts'
import { addRead } from './commands/read.ts'
import { addVerify } from './commands/verify.ts'
import type { Streams } from './streams.ts'

/** The command line, with its help; commands set the exit status: 0 all well, 1 some input was bad, 2 wrong usage. */
export function program(version: string): Command {
  const command = new Command('ascribe')
    .description('what happened and who says so, from news reports of conflict')
    .version(version)
    .showHelpAfterError('(--help says more)')
    .exitOverride()
  addRead(command)
  addExplain(command)
  addVerify(command)
  addEvaluate(command)
  return command
}

/** The exit status that an error ends with, once it is said; commander has said its own. */
export function statusOf(error: unknown, { complain }: Pick<Streams, 'complain'>): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof AscribeError)) throw error
  complain(`ascribe: ${error.message}\n`)
  return error.code === 'bad-usage' ? 2 : 1
}
