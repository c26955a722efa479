import type { Harm, IncidentSummary } from '../records/index.ts'
import { csvLine, type CellValue } from './csv-cell.ts'

const HARMS: readonly Harm[] = [
  'killed',
  'injured',
  'missing',
  'abducted',
  'detained',
  'displaced',
  'freed',
]

/** The columns of the table of incidents, in order, and what each holds. New ones are added at the end. */
export const INCIDENT_COLUMNS: Readonly<Record<string, string>> = {
  incident: 'id of the incident',
  kind: 'kind of the core codebook',
  status: 'happened, attempted, foiled, planned, threatened, possible, denied or general',
  earliest: 'first day that the reports allow, as exact as they are',
  latest: 'last such day',
  place: 'where, as it is named',
  country: 'ISO 3166-1 alpha-3',
  admin1: 'first area below the country',
  latitude: 'degrees, WGS 84; empty where the place is not told for sure',
  longitude: 'the same',
  exactness: 'point, site, town, district, province, country or region',
  reports: 'how many reports tell of it',
  origins: 'how many of them tell it without having it from another',
  ...Object.fromEntries(
    HARMS.flatMap((harm) => [
      [`${harm}_low`, 'the lowest number that nothing later replaced'],
      [`${harm}_best`, 'the number that stands, by the most careful policy'],
      [`${harm}_high`, 'the highest that nothing later replaced; empty where it is open'],
    ]),
  ),
}

/** What stands in each column; unknown is absent. */
export function incidentCells(incident: IncidentSummary): Readonly<Record<string, CellValue>> {
  const { id, kind, status, time, place, tolls, reports, origins } = incident
  const { name, country, admin1, latitude, longitude, exactness } = place ?? {}
  return {
    incident: id,
    kind,
    status,
    earliest: time?.earliest,
    latest: time?.latest,
    place: name,
    ...{ country, admin1, latitude, longitude, exactness, reports, origins },
    ...Object.fromEntries(
      Object.entries(tolls).flatMap(([harm, { low, best, high }]) => [
        [`${harm}_low`, low],
        [`${harm}_best`, best],
        [`${harm}_high`, high],
      ]),
    ),
  }
}

const NAMES = Object.keys(INCIDENT_COLUMNS)

/** The header line. */
export function incidentCsvHeader(): string {
  return csvLine(NAMES)
}

/** One line. */
export function incidentCsvLine(incident: IncidentSummary): string {
  const cells = incidentCells(incident)
  return csvLine(NAMES.map((name) => cells[name]))
}
