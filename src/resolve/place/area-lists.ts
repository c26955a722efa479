import type { Document } from '../../text/index.ts'
import type { Sense } from './gazetteer.ts'
import type { PlaceName } from './names.ts'

/** A list of three names and more, each of a province, and most of nothing else: "Helmand, Kandahar and Zabul" are provinces, though Kandahar is a town as well. */
export function inAreaLists(
  { text }: Pick<Document, 'text'>,
  names: readonly PlaceName[],
): Set<PlaceName> {
  const found = new Set<PlaceName>()
  for (let first = 0; first < names.length;) {
    let last = first + 1
    while (last < names.length && isJoined(text, names[last - 1], names[last])) last += 1
    const list = names.slice(first, last)
    if (list.length >= LEAST && isOfProvinces(list)) for (const name of list) found.add(name)
    first = last
  }
  return found
}

/** Names that make a list. */
const LEAST = 3

function isJoined(text: string, a: PlaceName | undefined, b: PlaceName | undefined): boolean {
  return (
    a !== undefined && b !== undefined && JOINS.test(text.slice(a.evidence.end, b.evidence.start))
  )
}

const JOINS = /^(?:, |,? and |,? or )$/

function isOfProvinces(list: readonly PlaceName[]): boolean {
  const only = list.filter(({ senses }) => senses[0]?.kind === 'admin1' && !senses.some(isLarge))
  return only.length * 2 >= list.length && list.every(({ senses }) => senses.some(isProvince))
}

const isProvince = ({ kind }: Sense): boolean => kind === 'admin1'

/** A town that its bare name means as well as the province. */
const isLarge = ({ kind, population }: Sense): boolean =>
  kind === 'capital' || kind === 'seat' || (kind === 'town' && population > 100_000)
