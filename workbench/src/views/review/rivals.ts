import type { ReviewPart } from '../../../../src/review/index.ts'

/** A value as it was read, with those that the report gives beside it. */
interface Rival {
  readonly id: string
  readonly also?: readonly Rival[]
}

/** The values of which one may be right and not the others: a part's rivals with it, in their order; only itself where it has none. */
export function rivalsOf(part: ReviewPart, parts: readonly ReviewPart[]): readonly ReviewPart[] {
  const groups = parts
    .filter(({ of, field }) => of === part.of && field === part.field)
    .map(({ read }) => idsOf(read as Rival | undefined))
    .filter((ids) => ids.includes(part.id))
    .toSorted((a, b) => b.length - a.length)
  const [ids = [part.id]] = groups
  return parts.filter(({ id }) => ids.includes(id))
}

function idsOf(value: Rival | undefined): string[] {
  return value?.id === undefined ? [] : [value.id, ...(value.also ?? []).flatMap(idsOf)]
}
