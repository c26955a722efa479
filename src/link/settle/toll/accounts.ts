import type { Claim, PeopleCategory, PeopleCount } from '../../../records/index.ts'
import { grouped } from '../../grouped.ts'
import { isFor, voiceOf } from '../policy.ts'
import { areApart, figureOf } from './classes.ts'
import { earlierFirst } from './order.ts'

/** How many one source counts in one report, and in the copies of it. */
export interface Account {
  readonly count: PeopleCount
  /** The first is the earliest. */
  readonly claims: readonly Claim[]
  /** Where it counts only some of the people. */
  readonly of?: PeopleCategory
  /** "another 3": not how many there are in all. */
  readonly more?: true
  /** Told to be a correction of what was counted before: "lowered to 9". */
  readonly revises?: true
  /** 1 where the report says that it takes the place of other numbers ("rose to 17"), else 0. */
  readonly turn: number
}

/** Texts of reports, by id. */
export type Texts = ReadonlyMap<string, string>

/** What each source of each report counts, the earliest first: the whole where it gives one, else its parts added up where they count different people for certain, else each part. */
export function accountsOf(claims: readonly Claim[], texts: Texts): Account[] {
  const voices = grouped(claims.filter(isFor), ({ report, event, ...claim }) =>
    [report, event, voiceOf(claim)].join('\u0000'),
  )
  return once([...voices.values()].flatMap((own) => accountsOfVoice(own, texts)))
}

function accountsOfVoice(claims: readonly Claim[], texts: Texts): Account[] {
  const more = claims.filter((claim) => figureOf(claim).series === 'new')
  const counted = claims.filter((claim) => !more.includes(claim) && !isPart(claim, claims))
  const wholes = counted.filter((claim) => figureOf(claim).of === undefined)
  const parts = counted.filter((claim) => figureOf(claim).of !== undefined)
  const text = texts.get(parts[0]?.report ?? '') ?? ''
  const isSum = wholes.length === 0 && parts.length > 1 && areApart(parts, text)
  return [
    ...wholes.map(accountOf),
    ...(isSum ? [{ count: sumOf(parts), claims: parts, turn: 0 }] : parts.map(accountOf)),
    ...more.map(accountOf),
  ]
}

/** Whether a figure is told as part of another that is there. */
function isPart(claim: Claim, claims: readonly Claim[]): boolean {
  const { partOf } = figureOf(claim)
  return partOf !== undefined && claims.some(({ id }) => id === partOf)
}

/** A figure by itself. "five others" are all only where nobody else is counted. */
export function accountOf(claim: Claim): Account {
  const { of, series, atLeast, atMost, vague } = figureOf(claim)
  const isOthers = of === 'unknown'
  const count = {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
    ...(vague && { vague }),
  }
  return {
    count,
    claims: [claim],
    ...(of && !isOthers && { of }),
    ...((series === 'new' || isOthers) && { more: true }),
    ...(series === 'revised' && { revises: true }),
    turn: series === undefined ? 0 : 1,
  }
}

/** An open end of one part leaves that end of the sum open. */
function sumOf(parts: readonly Claim[]): PeopleCount {
  const counts = parts.map(figureOf)
  const isOpen = counts.some(({ atMost }) => atMost === undefined)
  return {
    atLeast: counts.reduce((sum, { atLeast = 0 }) => sum + atLeast, 0),
    ...(!isOpen && { atMost: counts.reduce((sum, { atMost = 0 }) => sum + atMost, 0) }),
    ...(counts.some(({ vague }) => vague) && { vague: true }),
  }
}

/** Copies count nothing again: accounts of one origin with the same number of the same people are one, of the day on which it was told first. */
export function once(accounts: readonly Account[]): Account[] {
  const same = grouped(accounts.toSorted(earlierFirst), (account) => {
    const { count, claims, of = '', more = '', turn } = account
    const [first] = claims
    return JSON.stringify([first?.origin, first && voiceOf(first), count, of, more, turn])
  })
  return [...same.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, claims: [first, ...rest].flatMap(({ claims }) => claims) }] : [],
  )
}
