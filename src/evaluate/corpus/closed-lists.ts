import {
  actorSchema,
  eventSchema,
  figureSchema,
  placeSchema,
  statementSchema,
  timeSchema,
} from '../../records/index.ts'

const { participants, damage, claims, relations, status } = eventSchema.shape
const participant = participants.element.shape
const { source } = statementSchema.shape
const people = figureSchema.shape.of.unwrap()

/** The members of the contract's closed lists, by what they are called in a fault: the plain words of a record line. */
export const LISTS = {
  'kind of actor': actorSchema.shape.kind.options,
  'type of time': timeSchema.shape.type.options,
  mod: timeSchema.shape.mod.unwrap().options,
  exactness: placeSchema.shape.exactness.unwrap().options,
  status: status.options,
  role: participant.role.options,
  confidence: participant.confidence.unwrap().options,
  harm: figureSchema.shape.harm.options,
  category: people.shape.category.options,
  series: figureSchema.shape.series.unwrap().options,
  level: damage.unwrap().element.shape.level.options,
  'stance of a claim': claims.element.shape.stance.options,
  relation: relations.unwrap().element.shape.kind.options,
  stance: statementSchema.shape.stance.options,
  form: statementSchema.shape.form.options,
  certainty: statementSchema.shape.certainty.options,
  topic: statementSchema.shape.topic.unwrap().options,
  'kind of source': source.unwrap().shape.kind.options,
  'type of source': source.unwrap().shape.type.unwrap().options,
} as const

export type ListName = keyof typeof LISTS
export type MemberOf<L extends ListName> = (typeof LISTS)[L][number]
