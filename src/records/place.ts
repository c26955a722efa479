import type { Evidence } from './evidence.ts'

/** What coordinates are the middle of. */
export type Exactness = 'point' | 'site' | 'town' | 'district' | 'province' | 'country' | 'region'

/** Where on earth, as far as is known. Coordinates are WGS 84 degrees. */
export interface Location {
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  readonly admin1?: string
  readonly admin2?: string
  readonly latitude?: number
  readonly longitude?: number
  /** Id in the gazetteer. */
  readonly gazetteer?: string
  readonly exactness?: Exactness
}

/** One place that the report names; without coordinates it is known to be a place, and refused. */
export interface Place extends Location {
  readonly id: string
  readonly name: string
  readonly evidence: readonly Evidence[]
  readonly role?: 'dateline'
  /** "12 km south of". */
  readonly relation?: string
}
