import { UNCERTAINTY_KM, type IncidentSummary } from '../records/index.ts'
import { incidentCells } from './incident-table.ts'

/** Signs of a coordinate behind the point: a tenth of a metre and a little more. */
const DIGITS = 1e6

/** Columns that stand elsewhere in a feature. */
const MOVED = ['incident', 'longitude', 'latitude']

/** An incident as a feature of RFC 7946: longitude first; without coordinates its geometry is null, never a point in the sea. */
export function incidentFeature(incident: IncidentSummary): object {
  const { id, place = { name: '' } } = incident
  const { longitude, latitude, exactness } = place
  const properties = Object.entries(incidentCells(incident)).filter(([key]) => !MOVED.includes(key))
  return {
    type: 'Feature',
    id,
    geometry:
      longitude === undefined || latitude === undefined
        ? null
        : { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
    properties: {
      ...Object.fromEntries(properties),
      ...(exactness !== undefined && { uncertainty_m: UNCERTAINTY_KM[exactness] * 1000 }),
    },
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * DIGITS) / DIGITS
}
