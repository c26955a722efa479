import { readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { compileReport, type CompiledReport, type Fault } from '../evaluate/index.ts'
import { findFiles } from '../ingest/index.ts'
import type { Kit } from '../pipeline.ts'
import { verifyReading, type Role } from '../records/index.ts'
import { markWordsOf } from './corpus-words.ts'

/** A file of the corpus, compiled and held to the contract. */
export interface CorpusFile extends CompiledReport {
  readonly path: string
  /** `own/market-blast`: folder and name. */
  readonly id: string
  /** The folder, which says under which licence it stands. */
  readonly part: string
}

/** The part of the corpus that is ours. */
const OWN = 'own'

/** The marked reports of a folder and those below it (whose id is wanted, where only some are), in order of name. Faults hold also what `verifyReading` finds. */
export async function* loadCorpus(
  folder: string,
  kit: Kit,
  isWanted: (id: string) => boolean = () => true,
): AsyncGenerator<CorpusFile> {
  const words = markWordsOf(kit)
  for await (const found of findFiles(folder)) {
    if ('error' in found) throw found.error
    if (!found.path.endsWith('.txt')) continue
    const part = basename(dirname(found.path))
    const id = `${part}/${basename(found.path, '.txt')}`
    if (!isWanted(id)) continue
    const compiled = compileReport(await readFile(found.path, 'utf8'), id, words)
    const faults = [
      ...compiled.faults,
      ...partFaults(compiled, part),
      ...meansFaults(compiled, kit),
      ...knownFaults(compiled, kit),
      ...roleFaults(compiled, kit),
      ...violations(compiled, kit),
    ]
    yield { ...compiled, faults, path: found.path, id, part }
  }
}

function partFaults({ head }: CompiledReport, part: string): Fault[] {
  if (!head || part === OWN || head.attribution !== undefined) return []
  return [{ line: 1, reason: 'attribution is missing: a text that is not ours says whose it is' }]
}

/** Means that are no value of the weapon list. */
function meansFaults({ reading, lineOf }: CompiledReport, { lexicon }: Kit): Fault[] {
  const known = new Set(lexicon.rows('weapons').map(({ value }) => value))
  const all = (reading?.events ?? []).flatMap(({ means }) => means)
  return all
    .filter(({ value }) => !known.has(value))
    .map(({ id, value }) => ({
      line: lineOf(id) ?? 1,
      reason: `no value of data/lexicon/weapons.tsv: ${value}`,
    }))
}

/** Known actors that the list of actors does not have. */
function knownFaults({ reading, lineOf }: CompiledReport, { actors }: Kit): Fault[] {
  return (reading?.actors ?? [])
    .filter(({ known }) => known !== undefined && !actors.resolveActor(known))
    .map(({ id, known }) => ({
      line: lineOf(id) ?? 1,
      reason: `no id of data/actors/actors.json: ${known}`,
    }))
}

/** Roles that kinds of events have, as the reader knows them; victims and supporters may be anywhere. */
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  attack: ['perpetrator', 'target'],
  directed: ['party', 'recipient'],
  mutual: ['party'],
}

/** Participants in a role that events of their kind do not have; a toll over several events may sum any. */
function roleFaults({ reading, lineOf }: CompiledReport, { lexicon }: Kit): Fault[] {
  const schemes = new Map(lexicon.rows('event-kinds').map(({ kind, roles }) => [kind, roles]))
  return (reading?.events ?? []).flatMap(({ kind, participants }) => {
    const roles = kind === 'toll-summary' ? undefined : ROLES[schemes.get(kind) ?? '']
    return participants
      .filter(({ role }) => roles && !['victim', 'supporter', ...roles].includes(role))
      .map(({ id, role }) => ({
        line: lineOf(id) ?? 1,
        reason: `${kind} has no ${role} (${roles?.join(', ')}, victim, supporter)`,
      }))
  })
}

/** Breaches of the contract, each at the line of the record that it is in. */
function violations({ reading, lineOf }: CompiledReport, { verify }: Kit): Fault[] {
  if (!reading) return []
  return verifyReading(reading, verify).map(({ kind, path, reason }) => ({
    line: lineAt(reading, path, lineOf) ?? 1,
    reason: `${kind}: ${reason} (${path})`,
  }))
}

/** The line of the innermost record on the way to a path that has one. */
function lineAt(
  reading: unknown,
  path: string,
  lineOf: (id: string) => number | undefined,
): number | undefined {
  let value: unknown = reading
  let line: number | undefined
  for (const key of path.split(/[.[\]]+/).filter((step) => step !== '')) {
    if (typeof value !== 'object' || value === null) break
    value = (value as Readonly<Record<string, unknown>>)[key]
    const id = (value as { readonly id?: unknown } | undefined)?.id
    if (typeof id === 'string') line = lineOf(id) ?? line
  }
  return line
}
