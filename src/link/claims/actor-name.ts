import { withoutAccents } from '../../base/accents.ts'
import { remember } from '../../base/remember.ts'
import type { Actor, ActorName } from '../../records/index.ts'

const ARTICLE = /^(?:an?|the|some|several|other|another) /
const NO_LETTER = /[^\p{L}\p{N}]+/gu

/** A name without case, accents, marks and opening article: the same however reports write it. */
export const foldName = remember(4000, (name) => {
  const plain = withoutAccents(name)
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(NO_LETTER, ' ')
    .trim()
  return plain.replace(ARTICLE, '') || name
})

/** What reports call an actor by across reports: the id of a known one, else the folded name. */
export function actorKeyOf({ known, name }: Pick<Actor, 'known' | 'name'>): string {
  return known ?? foldName(name)
}

/** An actor of a report as it is known across reports. */
export function actorNameOf(actor: Actor): ActorName {
  const { name, named, known, kind, country } = actor
  return {
    actor: actorKeyOf(actor),
    name,
    ...((named || known !== undefined) && { named: true }),
    kind,
    ...(country && { country }),
  }
}
