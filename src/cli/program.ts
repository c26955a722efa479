import { Command, CommanderError } from 'commander'
import { AscribeError } from '../base/errors.ts'
import type { Streams } from './streams.ts'

/** How each command is added; its modules are loaded by then. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  read: async () => (await import('./commands/read.ts')).addRead,
  explain: async () => (await import('./commands/explain.ts')).addExplain,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  add: async () => (await import('./commands/add.ts')).addAdd,
  list: async () => (await import('./commands/list.ts')).addList,
  show: async () => (await import('./commands/show.ts')).addShow,
  incidents: async () => (await import('./commands/incidents.ts')).addIncidents,
  changes: async () => (await import('./commands/changes.ts')).addChanges,
  same: async () => (await import('./commands/same.ts')).addSame,
  apart: async () => (await import('./commands/apart.ts')).addApart,
  undo: async () => (await import('./commands/undo.ts')).addUndo,
  decisions: async () => (await import('./commands/decisions.ts')).addDecisions,
  link: async () => (await import('./commands/link.ts')).addLink,
  actors: async () => (await import('./commands/actors.ts')).addActors,
  proposals: async () => (await import('./commands/proposals.ts')).addProposals,
  search: async () => (await import('./commands/search.ts')).addSearch,
  export: async () => (await import('./commands/export.ts')).addExport,
  erase: async () => (await import('./commands/erase.ts')).addErase,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/restore.ts')).addRestore,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  account: async () => (await import('./commands/account.ts')).addAccountCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).addEvaluate,
}

/** The command line, with its help; commands set the exit status: 0 all well, 1 some input was bad, 2 wrong usage. Where it is known that one command is wanted, only that one is loaded. */
export async function program(version: string, only = ''): Promise<Command> {
  const command = new Command('ascribe')
    .description('what happened and who says so, from news reports of conflict')
    .version(version)
    .enablePositionalOptions()
    .showHelpAfterError('(--help says more)')
    .exitOverride()
  const wanted = COMMANDS[only]
  for (const load of wanted ? [wanted] : Object.values(COMMANDS)) (await load())(command)
  return command
}

/** The exit status that an error ends with, once it is said; commander has said its own. */
export function statusOf(error: unknown, { complain }: Pick<Streams, 'complain'>): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (!(error instanceof AscribeError)) throw error
  complain(`ascribe: ${error.message}\n`)
  return error.code === 'bad-usage' ? 2 : 1
}
