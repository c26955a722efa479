import { incidentJsonSchema, readingJsonSchema } from '../src/records/index.ts'
import { cliPage } from './cli-page.ts'
import { httpPage } from './http-page.ts'
import { withIncidentTables, withRecordTables } from './record-tables.ts'
import { rulesPage } from './rules-page.ts'
import { schemaPage } from './schema-page.ts'

/** Pages that are made of the code, by their path; each is given as it stands, for pages of which only parts are made. */
export const PAGES: Readonly<Record<string, (page: string) => string | Promise<string>>> = {
  'docs/cli.md': cliPage,
  'docs/http.md': httpPage,
  'docs/incident.schema.json': () => `${JSON.stringify(incidentJsonSchema(), null, 2)}\n`,
  'docs/incidents.md': withIncidentTables,
  'docs/reading.schema.json': () => `${JSON.stringify(readingJsonSchema(), null, 2)}\n`,
  'docs/records.md': withRecordTables,
  'docs/rules.md': rulesPage,
  'docs/schema.sql': schemaPage,
}
