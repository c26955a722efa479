import { makeApp, OPENAPI } from '../src/server/app.ts'
import { RIGHTS } from '../src/server/guard/can.ts'
import type { Site } from '../src/server/index.ts'

/** `docs/http.md`: every route as it tells itself, and who may do what. */
export function httpPage(): string {
  // Nothing is asked of it: routes tell themselves without a store.
  const app = makeApp({ pages: '.', now: () => new Date(0) } as Site)
  const { paths = {} } = app.getOpenAPI31Document(OPENAPI)
  const routes = Object.entries(paths as Paths)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => describe(method, path, route)),
    )
  return `${HEAD}\n${rightsTable()}\n\n## Routes\n\n${routes.join('\n\n')}\n`
}

type Paths = Readonly<Record<string, Readonly<Record<string, Route>>>>

interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly description?: string
  readonly default?: unknown
}

interface Route {
  readonly summary?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema?: Shape
  }[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: Shape }>>
  }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

function describe(method: string, path: string, route: Route): string {
  const { summary = '', parameters = [], requestBody, responses } = route
  const asked = parameters
    .filter((parameter) => parameter.in !== 'path')
    .map((parameter) => {
      const { schema, required, description = schema?.description } = parameter
      const says = description === undefined ? '' : `: ${description}`
      const name = parameter.in === 'header' ? `header ${parameter.name}` : parameter.name
      const standard =
        schema?.default === undefined
          ? ''
          : `, ${JSON.stringify(schema.default)} unless it is given`
      return `- \`${name}\` (${typeOf(schema)}${required === true ? '' : ', may be left out'}${standard})${says}`
    })
  const bodies = Object.entries(requestBody?.content ?? {}).map(
    ([type, { schema }]) => `- body: \`${type}\` ${bodyOf(schema)}`,
  )
  const answers = Object.entries(responses).map(
    ([status, { description }]) => `- ${status}: ${description}`,
  )
  const title = `### ${method.toUpperCase()} ${path}`
  return [title, '', `${summary}.`, '', ...asked, ...bodies, ...answers].join('\n')
}

function bodyOf(schema: Shape | undefined): string {
  if (!schema?.properties) return schema ? typeOf(schema) : ''
  const keys = Object.entries(schema.properties).map(([name, shape]) => {
    const isNeeded = schema.required?.includes(name) ?? false
    return `\`${name}${isNeeded ? '' : '?'}\` (${typeOf(shape)})`
  })
  return keys.length === 0 ? 'an empty object' : keys.join(', ')
}

function typeOf(shape: Shape | undefined): string {
  if (!shape) return 'anything'
  if (shape.enum) return shape.enum.map((value) => String(value)).join(' or ')
  const several = shape.anyOf ?? shape.oneOf
  if (several) return [...new Set(several.map(typeOf))].join(' or ')
  if (shape.type === 'array') return `list of ${typeOf(shape.items)}`
  return shape.type === undefined ? 'anything' : [shape.type].flat().join(' or ')
}

function rightsTable(): string {
  const rows = Object.entries(RIGHTS).map(([action, right]) => {
    const foreign = 'foreign' in right ? right.foreign : right.own
    return `| ${action} | ${right.own} | ${foreign} |`
  })
  const head = '| to do | with what is one’s own | with what is another’s |\n|---|---|---|'
  return [head, ...rows].join('\n')
}

const HEAD = `# The HTTP API

Written by \`npm run docs\` from the routes' own descriptions. \`GET /api/openapi.json\` tells the same to programs (OpenAPI 3.1).

**Who asks.** On this machine, as long as there is no account, whoever asks may do everything. Else one logs in (\`POST /api/session\` gives a cookie), or a program sends a token: \`Authorization: Bearer …\`. Tokens are made by whoever is logged in, told once, and kept as a hash. Somebody unknown is answered 401.

**Changes** are \`POST\`, \`application/json\` (files: \`application/octet-stream\`), and are refused when a page of another site asks for them: \`Sec-Fetch-Site\` must be \`same-origin\`, or where a client sends none, \`Origin\` must be this server's own or a token be given. \`Host\` must be one of the server's names. A change may carry \`Idempotency-Key\` (a name made up by the client, 8 to 100 letters, digits, \`-\` or \`_\`): sent again with the same key, as after a lost answer, it is answered as before and not done again.

**Lists** come in pages: \`limit\` rows, and \`next\`, which goes into \`cursor\` for the page after it; without \`next\` it was the last.

**Errors** are \`application/problem+json\` with \`title\`, \`status\` and our \`code\` (docs/errors.md).

**Sizes.** A body of JSON is 4 MB at most (a pasted text 16 MB), a file 25 MB, the files of one job 200 MB.

## Who may do what

The least role: viewer, coder, reviewer, admin; each may do what those before may.
`
