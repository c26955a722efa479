import { readingJsonSchema } from '../src/records/index.ts'

/** What JSON Schema says of a record or of one of its keys. */
interface Definition {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Definition>>
  readonly required?: readonly string[]
  readonly items?: Definition
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly format?: string
  readonly anyOf?: readonly Definition[]
  readonly $ref?: string
}

/** `docs/records.md` with the tables of keys as the schema has them now; all between a mark and its end is made anew. */
export function withRecordTables(page: string): string {
  const { $defs, ...reading } = readingJsonSchema() as unknown as Definition & {
    readonly $defs: Readonly<Record<string, Definition>>
  }
  const records: Readonly<Record<string, Definition>> = { Reading: reading, ...$defs }
  return page.replaceAll(/<!-- keys: (\w+) -->[^]*?<!-- end -->/g, (_, name: string) => {
    const record = records[name]
    if (!record) throw new Error(`docs/records.md: no record ${name}`)
    return `<!-- keys: ${name} -->\n${tableOf(record)}\n<!-- end -->`
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
