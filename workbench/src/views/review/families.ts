import type { ReviewField } from '../../../../src/server/api.ts'

/** The families of values: each has a colour, a shape of underline and letters. */
export const FAMILIES = ['who', 'what', 'harm', 'where', 'said'] as const
export type Family = (typeof FAMILIES)[number]

interface Look {
  readonly family: Family
  /** The letter that always goes with the colour. */
  readonly tag: string
}

const LOOKS: Readonly<Record<ReviewField, Look>> = {
  participant: { family: 'who', tag: 'W' },
  event: { family: 'what', tag: 'V' },
  kind: { family: 'what', tag: 'V' },
  status: { family: 'what', tag: 'V' },
  means: { family: 'what', tag: 'V' },
  damage: { family: 'what', tag: 'V' },
  claim: { family: 'what', tag: 'V' },
  figure: { family: 'harm', tag: 'H' },
  size: { family: 'harm', tag: 'H' },
  time: { family: 'where', tag: 'T' },
  place: { family: 'where', tag: 'P' },
  site: { family: 'where', tag: 'P' },
  source: { family: 'said', tag: 'S' },
  cue: { family: 'said', tag: 'S' },
  stance: { family: 'said', tag: 'S' },
  statement: { family: 'said', tag: 'C' },
  content: { family: 'said', tag: 'C' },
}

/** How the words of a field are shown. */
export function lookOf(field: ReviewField): Look {
  return LOOKS[field]
}
