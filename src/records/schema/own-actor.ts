import { z } from 'zod'
import { OWN_KINDS, type NewOwnActor } from '../own-actor.ts'
import type { ShapeOf } from './evidence.ts'
import { country } from './parts.ts'

/** Longest name, most other names and countries of one entry. */
const MOST = { name: 200, aliases: 50, countries: 4 } as const

const name = z
  .string()
  .trim()
  .min(1)
  .max(MOST.name)
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'a name has a letter or a digit')
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), 'a name stands on one line')

/** An entry of a dictionary, as it is sent. */
export const newOwnActorSchema = z.strictObject({
  name,
  aliases: z.array(name).max(MOST.aliases).exactOptional(),
  kind: z.enum(OWN_KINDS),
  country: z.array(country).max(MOST.countries).exactOptional(),
} satisfies ShapeOf<NewOwnActor>) satisfies z.ZodType<NewOwnActor>
