import { z } from 'zod'
import type {
  Damage,
  Event,
  EventPlace,
  EventRelation,
  EventTime,
  Participant,
  ResponsibilityClaim,
} from '../event.ts'
import { evidenceOf, read, said, sourced, sourcedText, type ShapeOf } from './evidence.ts'
import { figureSchema, peopleCountSchema } from './figure.ts'
import { idOf, NOTHING, ownId, readBy, saysSomething, some, words } from './parts.ts'
import {
  BOTH_OR_NONE,
  HALF_A_POINT,
  hasBothOrNone,
  isSomewhere,
  location,
  NOWHERE,
} from './place.ts'
import { BACKWARDS, runsForwards, timeRange } from './time.ts'

const eventTimeSchema = z
  .strictObject({
    ...timeRange,
    ref: idOf('time').describe('The Time that says it, by id.').exactOptional(),
  } satisfies ShapeOf<EventTime>)
  .refine(saysSomething, NOTHING)
  .refine(runsForwards, BACKWARDS)
  .meta({
    id: 'EventTime',
    description: 'When it was.',
    minProperties: 1,
  }) satisfies z.ZodType<EventTime>

/** Where it was. */
export const eventPlaceSchema = z
  .strictObject({
    name: words.describe('The name of the place.'),
    ...location,
    ref: idOf('place').describe('The Place that it is, by id.').exactOptional(),
  } satisfies ShapeOf<EventPlace>)
  .refine(hasBothOrNone, HALF_A_POINT)
  .refine(isSomewhere, NOWHERE)
  .meta({
    id: 'EventPlace',
    description: 'Where it was.',
    dependentRequired: BOTH_OR_NONE,
  }) satisfies z.ZodType<EventPlace>

const participantSchema = z
  .strictObject({
    ...read,
    role: z
      .enum(['perpetrator', 'target', 'victim', 'party', 'recipient', 'supporter'])
      .describe('What part it had.'),
    actor: idOf('actor').describe('Who it was, by id.'),
    confidence: z
      .enum(['fact', 'claimed', 'suspected', 'possible'])
      .describe('How the report puts it: as fact, by its own claim, by accusation, as possible.')
      .exactOptional(),
    count: peopleCountSchema.describe('How many there were: "two gunmen".').exactOptional(),
  } satisfies ShapeOf<Participant>)
  .meta({
    id: 'Participant',
    description: 'An actor in an event. Its words are among the mentions of the actor.',
  }) satisfies z.ZodType<Participant>

const damageSchema = z
  .strictObject({
    ...read,
    text: words.describe('What was harmed: "three houses".'),
    level: z.enum(['destroyed', 'damaged', 'none']).describe('How badly.'),
    count: peopleCountSchema.describe('How many of them.').exactOptional(),
  } satisfies ShapeOf<Damage>)
  .meta({ id: 'Damage', description: 'Things harmed.' }) satisfies z.ZodType<Damage>

const claimSchema = z
  .strictObject({
    ...read,
    stance: z
      .enum(['claims', 'denies', 'none'])
      .describe('Claimed, denied, or said to be claimed by nobody.'),
    claimant: idOf('actor').describe('Who claims or denies, by id.').exactOptional(),
    outlet: idOf('actor').describe('Through whom, by id.').exactOptional(),
  } satisfies ShapeOf<ResponsibilityClaim>)
  .meta({
    id: 'ResponsibilityClaim',
    description: 'A claim of responsibility, a denial, or that there is none.',
  }) satisfies z.ZodType<ResponsibilityClaim>

const relationSchema = z
  .strictObject({
    kind: z
      .enum(['part-of', 'response-to', 'caused-by', 'same-series'])
      .describe('How this event stands to the other.'),
    event: idOf('event').describe('The other event, by id.'),
  } satisfies ShapeOf<EventRelation>)
  .meta({
    id: 'EventRelation',
    description: 'How one event of the report stands to another.',
  }) satisfies z.ZodType<EventRelation>

const rowSchema = z
  .record(z.string(), z.unknown())
  .refine(isRowOrExclusion, 'an exclusion names its rule and nothing else')
  .meta({
    id: 'CodeRow',
    description:
      "A row with the codebook's own keys, or `{excluded}`: the inclusion rule that leaves the event out.",
    if: { required: ['excluded'] },
    then: { maxProperties: 1, properties: { excluded: { type: 'string', minLength: 1 } } },
  })

function isRowOrExclusion(row: Readonly<Record<string, unknown>>): boolean {
  if (!('excluded' in row)) return true
  return typeof row['excluded'] === 'string' && Object.keys(row).length === 1
}

const rows = z.union([rowSchema, some(rowSchema)])

const codesSchema = z
  .strictObject({
    acled: rows.describe("In ACLED's layout.").exactOptional(),
    gtd: rows.describe("In the GTD's.").exactOptional(),
    ucdp: rows.describe("In UCDP GED's.").exactOptional(),
    plover: rows.describe("In PLOVER's.").exactOptional(),
    cameo: rows.describe("In CAMEO's: `source`, `target`, `code`.").exactOptional(),
  } satisfies ShapeOf<Event['codes']>)
  .meta({
    id: 'EventCodes',
    description: 'What each codebook makes of the event: a row, or a list of rows.',
  }) satisfies z.ZodType<Event['codes']>

/** One thing that the report says happened. */
export const eventSchema = z
  .strictObject({
    id: ownId,
    readBy,
    ...said,
    kind: words.describe('A kind of the core codebook: what was done, never who did it.'),
    status: z
      .enum([
        'happened',
        'attempted',
        'foiled',
        'planned',
        'threatened',
        'possible',
        'denied',
        'general',
      ])
      .describe('Whether it happened; `general` is talk of a sort of event, never counted as one.'),
    mentions: evidenceOf('half').describe(
      'Every trigger that speaks of it, the most informative first.',
    ),
    time: sourced(eventTimeSchema, 'SourcedTime')
      .describe('When it was; its words are those of a Time.')
      .exactOptional(),
    place: sourced(eventPlaceSchema, 'SourcedPlace')
      .describe('Where it was; its words are those of a Place.')
      .exactOptional(),
    site: sourcedText.describe('The spot: "the Russian embassy".').exactOptional(),
    participants: z.array(participantSchema).describe('Who took part, in which role.'),
    means: z.array(sourcedText).describe('Weapons, by their value in the weapon lexicon.'),
    figures: z.array(figureSchema).describe('People harmed.'),
    damage: some(damageSchema).describe('Things harmed.').exactOptional(),
    size: sourced(peopleCountSchema, 'SourcedCount')
      .describe('How many took part: people at a protest, fighters in a clash.')
      .exactOptional(),
    claims: z.array(claimSchema).describe('Claims of responsibility.'),
    relations: some(relationSchema)
      .describe('How it stands to other events of the report.')
      .exactOptional(),
    codes: codesSchema.describe('What each codebook makes of it.'),
  } satisfies ShapeOf<Event>)
  .meta({
    id: 'Event',
    description: 'One thing that this report says happened, did not happen, or may happen.',
  }) satisfies z.ZodType<Event>
