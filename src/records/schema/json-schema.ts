import { z } from 'zod'
import { incidentSchema } from './incident.ts'
import { readingSchema } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

/** The published JSON Schema (draft 2020-12) of a reading: `docs/reading.schema.json`. */
export function readingJsonSchema(): Json {
  return published(readingSchema, 'urn:ascribe:reading:1')
}

/** The same of an incident: `docs/incident.schema.json`. */
export function incidentJsonSchema(): Json {
  return published(incidentSchema, 'urn:ascribe:incident:1')
}

function published(schema: z.ZodType, $id: string): Json {
  const made = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  const { $schema, title, description, ...rest } = withoutUnnamed(made as Json)
  return { $schema, $id, title, description, ...rest }
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
