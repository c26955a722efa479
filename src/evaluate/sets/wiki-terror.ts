import { z } from 'zod'
import { labelledSet } from '../labelled-set.ts'
import { countCodedEvents, type CodedEvent, type GoldCount } from '../measures/coded-event.ts'
import type { Known } from '../known.ts'

const count = z.object({ raw: z.string().nullable(), min: z.number().nullable() })
const schema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  date: z.string().nullish(),
  location: z.string().nullish(),
  perpetrator: z.string().nullish(),
  perp_suspected: z.boolean().nullish(),
  dead: count,
  injured: count,
})

/** Wikipedia's lists of incidents. The date is an answer here, and is not given to the reader. */
export const wikiTerror = labelledSet({
  name: 'wiki-terror',
  about: 'incidents (Wikipedia lists): id, text, dead, injured, location, perpetrator',
  keys: ['dead', 'injured', 'perpetrator'],
  schema,
  input: ({ id, text }) => ({ id: String(id), text }),
  gold: (row, known) => codedEvent(row, known),
  begin: (known) => countCodedEvents(known),
})

function codedEvent(row: z.infer<typeof schema>, { country }: Known): CodedEvent {
  const [killed, injured] = [listCount(row.dead), listCount(row.injured)]
  const where = country(row.location?.split(',').at(-1)?.trim() ?? '')
  const isNamed = row.perpetrator && !/^unknown/i.test(row.perpetrator)
  const perpetrator = isNamed ? row.perpetrator?.replace(/\(?suspected\)?/i, '').trim() : undefined
  return {
    counts: { ...(killed && { killed }), ...(injured && { injured }) },
    ...(where !== undefined && { country: where }),
    ...(row.date && { date: row.date }),
    perpetrator: perpetrator ?? null,
    ...(isNamed && row.perp_suspected != null && { suspected: row.perp_suspected }),
  }
}

/** A list's count: "3 (+1)" takes 3 and 4 as exact, "(+2)" 0 and 2, "14-50" anything from 14 to 50, "13+" 13 or more. */
function listCount({ raw, min }: z.infer<typeof count>): GoldCount | undefined {
  if (min === null) return undefined
  const text = raw ?? ''
  const outside = text.replace(/\([^()]*\)/g, ' ')
  const attackers =
    numberIn(text, /\(\s*\+\s*(\d[\d,]*)/) ??
    numberIn(text, /(\d[\d,]*)\s*(?:terrorist|attacker|perpetrator|militant|gunm|bomber)/i) ??
    0
  const low = numberIn(outside, /(\d[\d,]*)/) ?? (attackers > 0 ? 0 : min)
  const top = numberIn(outside, /\d\s*[-–]\s*(\d[\d,]*)/) ?? 0
  const isOpen = /\d\s*\+/.test(outside)
  return {
    accepted: [low, low + attackers],
    low,
    high: isOpen ? Infinity : Math.max(low + attackers, top),
  }
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''))
}
