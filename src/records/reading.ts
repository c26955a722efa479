import type { Actor } from './actor.ts'
import type { Event } from './event.ts'
import type { Evidence } from './evidence.ts'
import type { Place } from './place.ts'
import type { Report } from './report.ts'
import type { Statement } from './statement.ts'
import type { Time } from './time.ts'

/** One execution with its versions. */
export interface Run {
  readonly ascribe: string
  readonly codebook: string
  /** Hash of the data files. */
  readonly data: string
  /** Hash of the dictionary of the store, where that had entries. */
  readonly dictionary?: string
}

/** An odd thing in the text; never an error. */
export interface Note {
  readonly code: string
  readonly message: string
  readonly evidence?: readonly Evidence[]
}

/** All records of one report from one run. */
export interface Reading {
  readonly schema: 'ascribe.reading/1'
  readonly run: Run
  readonly report: Report
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
  readonly statements: readonly Statement[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly notes: readonly Note[]
}
