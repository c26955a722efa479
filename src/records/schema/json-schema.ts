import { z } from 'zod'
import { readingSchema } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

/** The published JSON Schema (draft 2020-12) of a reading: `docs/reading.schema.json`. */
export function readingJsonSchema(): Json {
  const made = z.toJSONSchema(readingSchema, { target: 'draft-2020-12' })
  const { $schema, title, description, ...rest } = withoutUnnamed(made as Json)
  return { $schema, $id: 'urn:ascribe:reading:1', title, description, ...rest }
}

/** Parts of a circle get definitions of their own even where nobody named them; here they go back to where they are used. */
function withoutUnnamed({ $defs, ...schema }: Json): Json {
  const all = Object.entries($defs as Json)
  const unnamed = new Map(all.filter(([name]) => name.startsWith('__')))
  const named = all.filter(([name]) => !name.startsWith('__'))
  const text = JSON.stringify({ ...schema, $defs: Object.fromEntries(named) })
  return JSON.parse(text, (_, value: unknown) => {
    const ref = typeof value === 'object' && value !== null && '$ref' in value ? value.$ref : ''
    return unnamed.get(String(ref).slice('#/$defs/'.length)) ?? value
  }) as Json
}
