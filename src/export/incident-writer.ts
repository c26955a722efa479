import type { IncidentSummary } from '../records/index.ts'
import { incidentFeature } from './incident-geojson.ts'
import { incidentCsvHeader, incidentCsvLine } from './incident-table.ts'

/** The forms that lists of incidents are written in. */
export const INCIDENT_FORMS = ['ndjson', 'csv', 'geojson'] as const
export type IncidentForm = (typeof INCIDENT_FORMS)[number]

/** Writes incidents one after another: `head` goes before the first, `foot` after the last. */
export interface IncidentWriter {
  readonly type: string
  readonly head: string
  readonly foot: string
  write(incident: IncidentSummary): string
}

/** The writer of a form, for one list. */
export function openIncidentWriter(form: IncidentForm): IncidentWriter {
  switch (form) {
    case 'ndjson':
      return {
        type: 'application/x-ndjson',
        head: '',
        foot: '',
        write: (incident) => `${JSON.stringify(incident)}\n`,
      }
    case 'csv':
      return {
        type: 'text/csv; charset=utf-8',
        head: incidentCsvHeader(),
        foot: '',
        write: incidentCsvLine,
      }
    case 'geojson':
      return geojsonWriter()
  }
}

function geojsonWriter(): IncidentWriter {
  let before = '\n'
  return {
    type: 'application/geo+json',
    head: '{"type":"FeatureCollection","features":[',
    foot: '\n]}\n',
    write(incident) {
      const text = `${before}${JSON.stringify(incidentFeature(incident))}`
      before = ',\n'
      return text
    },
  }
}
