import { incidentJsonSchema, readingJsonSchema } from '../src/records/index.ts'

/** What JSON Schema says of a record or of one of its keys. */
interface Definition {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Definition>>
  readonly required?: readonly string[]
  readonly items?: Definition
  readonly additionalProperties?: Definition | false
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly format?: string
  readonly anyOf?: readonly Definition[]
  readonly $ref?: string
}

type Definitions = Readonly<Record<string, Definition>>

/** `docs/records.md` with the tables of keys as the schema has them now; all between a mark and its end is made anew. */
export function withRecordTables(page: string): string {
  return withTables(page, definitionsOf(readingJsonSchema(), 'Reading'))
}

/** `docs/incidents.md` with its tables; records of readings are told of in `docs/records.md`. */
export function withIncidentTables(page: string): string {
  return withTables(page, definitionsOf(incidentJsonSchema(), 'Incident'), 'records.md')
}

function definitionsOf(schema: unknown, name: string): Definitions {
  const { $defs, ...root } = schema as Definition & { readonly $defs: Definitions }
  return { [name]: root, ...$defs }
}

function withTables(page: string, records: Definitions, elsewhere = ''): string {
  const here = new Set(Array.from(page.matchAll(/<!-- keys: (\w+) -->/g), ([, name]) => name))
  return page.replaceAll(/<!-- keys: (\w+) -->[^]*?<!-- end -->/g, (_, name: string) => {
    const record = records[name]
    if (!record) throw new Error(`no record ${name}`)
    const table = tableOf(record).replaceAll(/\[(\w+)\]\(#/g, (link, target: string) =>
      here.has(target) || target === 'ClaimValue' ? link : `[${target}](${elsewhere}#`,
    )
    return `<!-- keys: ${name} -->\n${table}\n<!-- end -->`
  })
}

function tableOf({ description = '', properties = {}, required = [] }: Definition): string {
  const rows = Object.entries(properties).map(([key, of]) => {
    const name = required.includes(key) ? key : `${key}?`
    return `| \`${name}\` | ${sortOf(of)} | ${of.description ?? ''} |`
  })
  return [description, '', '| key | holds | is |', '|---|---|---|', ...rows].join('\n')
}

/** What a key holds, in words; a record by its name. */
function sortOf(of: Definition): string {
  if (of.$ref) return linkTo(of.$ref.replace('#/$defs/', ''))
  if (of.enum) return of.enum.map((member) => `\`${member}\``).join(', ')
  if (of.const !== undefined) return `\`${String(of.const)}\``
  if (of.items) return `list of ${sortOf(of.items)}`
  if (of.anyOf?.some(({ format }) => format === 'date')) return 'day or instant'
  if (of.additionalProperties) return `by name, ${sortOf(of.additionalProperties)}`
  if (of.anyOf) return of.anyOf.map(sortOf).join(', or ')
  return NAMES[of.type ?? ''] ?? 'object'
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
}

/** Sourced values share a heading; rows of codebooks have none of their own. */
function linkTo(name: string): string {
  if (name.startsWith('Sourced')) return `[${name}](#values)`
  if (name === 'CodeRow') return 'row'
  return `[${name}](#${name === 'Credit' ? 'report' : name.toLowerCase()})`
}
