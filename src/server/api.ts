/** The shapes of the API, for the workbench: types alone. */
export type { Page } from './page.ts'
export type { Problem } from './errors.ts'
export type { User, UserRole } from './site.ts'
export type { IncidentSummary, ListedReport } from '../store/index.ts'
export type * from '../records/index.ts'
export type { Action } from './guard/can.ts'
