import type { KindClass } from '../../codebook/index.ts'
import { formsOf, namesMeet, plainName, type Known } from '../../evaluate/index.ts'
import type { Kit } from '../../pipeline.ts'

/** Classes of kinds that somebody may be harmed by. */
const HARMFUL: readonly (KindClass | undefined)[] = [
  'violence',
  'disorder',
  'control',
  'coercion',
  'other',
]

/** What scoring needs of a kit's codebook, countries and actors. */
export function knownOf({ codebook, gazetteer, actors }: Kit): Known {
  const idsOf = new Map<string, Set<string>>()
  for (const { phrase, entry } of actors.phrases()) {
    const name = plainName(phrase)
    idsOf.set(name, (idsOf.get(name) ?? new Set()).add(entry.value))
  }
  const ids = (name: string): ReadonlySet<string> => idsOf.get(name) ?? new Set()
  const isOne = (form: string, other: string): boolean =>
    namesMeet(form, other) || [...ids(form)].some((id) => ids(other).has(id))
  return {
    isHarmful: (kind) => HARMFUL.includes(codebook.kinds.get(kind)?.class),
    country: (name) => gazetteer.countries.lookup(name)?.iso3,
    sameGroup: ({ name, known }, gold) =>
      formsOf(gold).some(
        (form) =>
          (known !== undefined && ids(form).has(known)) ||
          formsOf(name).some((own) => isOne(own, form)),
      ),
  }
}
