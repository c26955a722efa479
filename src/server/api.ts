/** The shapes of the API, for the workbench: types alone. */
export type { Page } from './page.ts'
export type { Problem } from './errors.ts'
export type { User, UserRole } from './site.ts'
export type { FilterQuery } from './incident-filter.ts'
export type { OutlineColumns, OutlineLine } from './outline.ts'
export type { KeptFilter } from './routes/filters.ts'
export type { PolicyTolls } from './routes/incident-parts.ts'
export type { ChangedEntry, ShownUnknown, UnknownPage } from './routes/dictionary.ts'
export type { ShownProposal, Tried } from './routes/proposals.ts'
export type { WordsAround } from './words-around.ts'
export type {
  ChangedIncident,
  Company,
  EventIncident,
  HistoryStep,
  ListedDecision,
  ListedReport,
  Neighbour,
  PlacedNote,
} from '../store/index.ts'
export type * from '../records/index.ts'
export type { QueuedReport, ReviewStage } from '../store/index.ts'
export type { ReviewConflict, ReviewReason } from '../review/index.ts'
export type { Action } from './guard/can.ts'
export type { Agreement } from './routes/agreement.ts'
export type { Codings, RuledUnit } from './routes/rulings.ts'
export type { Assignment, AssignmentState, ListedAssignment, RulingRow } from '../store/index.ts'
export type { Confusion, Estimate, FieldAgreement } from '../review/index.ts'
export type { Feed } from './routes/feed.ts'
export type { Me, SessionState } from './routes/session.ts'
export type {
  Account,
  FeedEntry,
  Job,
  JobState,
  ListedItem,
  OwnEntry,
  Proposal,
  Session,
  Token,
} from '../store/index.ts'
