import { contentKey } from '../../base/hash.ts'
import type { Claim, ClaimField, Contradiction, EventPlace } from '../../records/index.ts'
import { byField } from './by-field.ts'
import { isWithin, kilometresBetween, spanOf } from './comparisons.ts'
import { excludes, sidesOf, type Side } from './settle-each.ts'
import { accountsOf, type Account, type Texts } from './toll/accounts.ts'
import { currentOf } from './toll/bounds.ts'
import { canBothBe } from './toll/order.ts'
import { rivalsIn } from './toll/settle-toll.ts'

/** Everything that cannot all be true, by field. */
export function contradictionsIn(claims: readonly Claim[], texts: Texts): Contradiction[] {
  return byField(claims).flatMap(([field, own]) => {
    const sides = sidesOf(own)
    const rivals = RIVALS[field]
    const figures = field.startsWith('figure.') ? figureSides(own, texts) : []
    return [
      ...sides.flatMap((side) => denied(field, side)),
      ...(rivals ? between(field, rivals.kind, apart(sides, rivals.areApart)) : []),
      ...between(field, 'other-figure', figures),
    ]
  })
}

type Apart = (a: Side, b: Side) => boolean

/** Fields whose values may exclude each other, and when they do. */
const RIVALS: Readonly<
  Partial<Record<ClaimField, { readonly kind: Contradiction['kind']; readonly areApart: Apart }>>
> = {
  'participant.perpetrator': { kind: 'another-actor', areApart: excludes },
  place: { kind: 'another-place', areApart: areFar },
  time: { kind: 'another-time', areApart: areOfOtherDays },
}

/** Values that somebody says and somebody denies. */
function denied(field: ClaimField, { key, value, backers, denials }: Side): Contradiction[] {
  if (backers.length === 0 || denials.length === 0) return []
  return [
    {
      id: contentKey('contradiction', field, 'denied', key),
      field,
      kind: 'denied',
      sides: [backers, denials].map((claims) => ({ value, claims: claims.map(({ id }) => id) })),
    },
  ]
}

/** The sides that exclude one other at least; those that do not exclude each other are one, under the value of the most origins. */
function apart(sides: readonly Side[], areApart: Apart): Side[] {
  const told = sides.filter(({ backers }) => backers.length > 0)
  const disputed = told.filter((side) => told.some((other) => areApart(side, other)))
  const merged: Side[] = []
  for (const side of disputed) {
    const at = merged.findIndex((one) => !areApart(one, side))
    const one = merged[at]
    if (one) merged[at] = { ...one, backers: [...one.backers, ...side.backers] }
    else merged.push(side)
  }
  return merged
}

function between(
  field: ClaimField,
  kind: Contradiction['kind'],
  sides: readonly Pick<Side, 'key' | 'value' | 'backers'>[],
): Contradiction[] {
  if (sides.length < 2) return []
  const keys = sides.map(({ key }) => key).sort()
  return [
    {
      id: contentKey('contradiction', field, kind, ...keys),
      field,
      kind,
      sides: sides.map(({ value, backers }) => ({ value, claims: backers.map(({ id }) => id) })),
    },
  ]
}

/** Numbers that nothing later took the place of and that cannot both be true. */
function figureSides(
  claims: readonly Claim[],
  texts: Texts,
): Pick<Side, 'key' | 'value' | 'backers'>[] {
  const current = currentOf(rivalsIn(accountsOf(claims, texts)))
  const disputed = current.filter((one) => current.some((other) => !canBothBe(one, other)))
  const numbers = new Map<string, { value: Account['count']; backers: Claim[] }>()
  for (const { count, claims: own } of disputed) {
    const key = JSON.stringify(count)
    const backers = [...(numbers.get(key)?.backers ?? []), ...own]
    numbers.set(key, { value: count, backers })
  }
  return [...numbers].map(([key, side]) => ({ key, ...side }))
}

/** Whether neither place lies in the other and they are not near each other. Of what has no coordinates or no province that cannot be told. */
function areFar(a: Side, b: Side): boolean {
  const [x, y] = [placeOf(a), placeOf(b)]
  if (!x || !y) return false
  if (x.admin1 === undefined || y.admin1 === undefined) return false
  if (isWithin(x, y) || isWithin(y, x)) return false
  const distance = kilometresBetween(x, y)
  return distance !== undefined && distance > NEAR
}

/** Kilometres within which reports name one spot after different towns. */
const NEAR = 30

function placeOf({ value }: Side): EventPlace | undefined {
  return 'place' in value ? value.place : undefined
}

/** Whether two times have no day in common. */
function areOfOtherDays(a: Side, b: Side): boolean {
  if (!('time' in a.value) || !('time' in b.value)) return false
  const [x, y] = [spanOf(a.value.time), spanOf(b.value.time)]
  return x.to.slice(0, 10) < y.from.slice(0, 10) || y.to.slice(0, 10) < x.from.slice(0, 10)
}
