import { z } from 'zod'
import { AscribeError } from '../../base/errors.ts'
import type { Rate } from '../score.ts'
import { rateOf, type Groups } from './cluster-scores.ts'

const ids = z.array(z.string())
const schema = z.object({
  pool: z.string(),
  part: z.enum(['open', 'held-back']),
  articles: ids,
  incidents: z.array(
    z.object({ name: z.string(), main: ids, also: ids.default([]), about: ids.default([]) }),
  ),
  unsure: z.array(z.tuple([z.string(), z.string()])).default([]),
})

/** Reports that were judged against each other, and which of them tell of one incident (`bench/labels/README.md`). */
export type Pool = z.infer<typeof schema>

/** One line of a file of labelled groups; throws `bad-input` with place and reason. */
export function parsePool(value: unknown, where: string): Pool {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new AscribeError(
    'bad-input',
    `${where}: no pool of labelled groups: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}

/** Two reports, and whether they are of one incident by the labels or as grouped. */
export interface JudgedPair {
  readonly a: string
  readonly b: string
  readonly gold: boolean
  readonly ours: boolean
}

/** How many pairs of reports are rightly grouped, and those that are not. */
export interface PairScore {
  readonly pairs: Rate
  readonly wrong: readonly JudgedPair[]
}

/** Scores groups of reports against the labels: by pairs of all articles of all pools, less those that the labels leave open. */
export function scorePools(pools: readonly Pool[], ours: Groups): PairScore {
  const judged = [...pools.flatMap((pool) => pairsWithin(pool, ours)), ...pairsBetween(pools, ours)]
  const count = (isWanted: (pair: JudgedPair) => boolean): number => judged.filter(isWanted).length
  return {
    pairs: rateOf({
      right: count(({ gold, ours: same }) => gold && same),
      system: count(({ ours: same }) => same),
      gold: count(({ gold }) => gold),
    }),
    wrong: judged.filter(({ gold, ours: same }) => gold !== same),
  }
}

function pairsWithin(pool: Pool, ours: Groups): JudgedPair[] {
  const main = new Map(pool.incidents.flatMap(({ name, main: own }) => own.map((id) => [id, name])))
  const unsure = new Set(pool.unsure.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  return pairsOf(pool.articles).flatMap(([a, b]) => {
    if (unsure.has(`${a} ${b}`)) return []
    const gold = main.has(a) && main.get(a) === main.get(b)
    if (!gold && tellsBeside(pool, a, b)) return []
    return [{ a, b, gold, ours: areOne(ours, a, b) }]
  })
}

/** Whether one tells beside its own news of what the other tells of in any way. */
function tellsBeside({ incidents }: Pool, a: string, b: string): boolean {
  return incidents.some(({ main, also, about }) => {
    const beside = [...also, ...about]
    const all = [...main, ...beside]
    return (beside.includes(a) && all.includes(b)) || (beside.includes(b) && all.includes(a))
  })
}

/** Pairs over two pools that were grouped: no incident runs over two. */
function pairsBetween(pools: readonly Pool[], ours: Groups): JudgedPair[] {
  const poolOf = new Map(pools.flatMap(({ pool, articles }) => articles.map((id) => [id, pool])))
  const groups = new Map<string, string[]>()
  for (const id of poolOf.keys()) {
    const group = ours.get(id)
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), id])
  }
  return [...groups.values()]
    .flatMap(pairsOf)
    .filter(([a, b]) => poolOf.get(a) !== poolOf.get(b))
    .map(([a, b]) => ({ a, b, gold: false, ours: true }))
}

function areOne(groups: Groups, a: string, b: string): boolean {
  return groups.has(a) && groups.get(a) === groups.get(b)
}

function pairsOf(all: readonly string[]): [string, string][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [string, string] => [a, b]))
}
