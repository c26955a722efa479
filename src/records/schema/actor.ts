import { z } from 'zod'
import type { Actor } from '../actor.ts'
import { evidence, sourced, sourcedText, type ShapeOf } from './evidence.ts'
import { country, idOf, ownId, some, words } from './parts.ts'

/** Somebody the report names or describes. */
export const actorSchema = z
  .strictObject({
    id: ownId,
    name: words.describe('The fullest form of the name in the report, or the fullest description.'),
    named: z.boolean().describe('Whether the report names it; false for "gunmen".'),
    kind: z
      .enum([
        'person',
        'armed-group',
        'state-force',
        'government',
        'organisation',
        'media',
        'civilians',
        'crowd',
        'facility',
        'unknown',
      ])
      .describe('What sort of actor it is.'),
    known: words
      .describe(
        'Its id in `data/actors` or in the dictionary of the store, where it was recognised.',
      )
      .exactOptional(),
    country: some(country)
      .describe('Countries it belongs to: ISO 3166-1 alpha-3 (`XKX` for Kosovo).')
      .exactOptional(),
    publicRole: sourcedText
      .describe('The office it speaks or acts in; decides later whether a name may be published.')
      .exactOptional(),
    description: some(sourcedText)
      .describe('How the report describes it: "Sweden-based security analyst".')
      .exactOptional(),
    affiliations: some(sourcedText).describe('Bodies it works for or stands by.').exactOptional(),
    memberOf: sourced(idOf('actor'), 'SourcedActor')
      .describe('The actor it is a part or a member of, by id.')
      .exactOptional(),
    mentions: evidence.describe('Its names, descriptions and resolved pronouns in the report.'),
  } satisfies ShapeOf<Actor>)
  .meta({
    id: 'Actor',
    description: 'Somebody, or a body or a facility, that the report names or describes.',
  }) satisfies z.ZodType<Actor>
