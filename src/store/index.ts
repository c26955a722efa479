export {
  addAccount,
  changePassword,
  removeAccount,
  type Keeper,
  type NewAccount,
  type NewPassword,
} from './accounts.ts'
export { addReadings, type Added, type Doer, type LinkingDoer } from './add-readings.ts'
export type { Db } from './db.ts'
export { eraseReports } from './erase-reports.ts'
export { backUp, restore } from './backup.ts'
export { joinIncidents, keepApart, undoDecision, type Decider } from './decide.ts'
export { listDecisions, listIncidentDecisions, type ListedDecision } from './queries/decisions.ts'
export { linkAnew } from './link-anew.ts'
export { listChanges, listChangesAt, type ChangedIncident, type ChangesAt } from './list-changes.ts'
export { findOperation } from './queries/find-operation.ts'
export { loadSummary } from './queries/load-summary.ts'
export { loadIncident, loadIncidents } from './load-incident.ts'
export { incidentHistory, type HistoryStep } from './incident-history.ts'
export { listNeighbours, loadCompany, type Company, type Neighbour } from './load-company.ts'
export { loadActorPage, type PlacedNote } from './load-actor.ts'
export { loadHead } from './queries/load-head.ts'
export { lastOperation } from './queries/last-operation.ts'
export type { IncidentSummary } from './linking/summary.ts'
export { listIncidents } from './queries/list-incidents.ts'
export type { Box, IncidentFilter } from './queries/incident-filter.ts'
export { listOutline, type OutlineRow } from './queries/list-outline.ts'
export { loadSummaries } from './queries/load-summaries.ts'
export { removeFilter, saveFilter, MOST_FILTERS } from './saved-filters.ts'
export { listSavedFilters, type SavedFilter } from './queries/saved-filters.ts'
export { hasStore, openStore } from './open-store.ts'
export { verifyStore, type StoreCheck, type StoreFault } from './verify-store.ts'
export { listReadings } from './queries/list-readings.ts'
export { listReportIncidents, type EventIncident } from './queries/list-report-incidents.ts'
export { listReports, type ListedReport } from './queries/list-reports.ts'
export { loadReadings } from './queries/load-readings.ts'
export { loadReading } from './queries/load-reading.ts'
export { loadTexts } from './queries/load-texts.ts'
export { markWords } from './queries/mark-words.ts'
export { searchReports, type FoundReport } from './queries/search-reports.ts'
export { listReviewDecisions } from './queries/review-decisions.ts'
export {
  listQueue,
  type QueuedReport,
  type QueueFilter,
  type QueuePlace,
  type ReviewStage,
} from './queries/review-items.ts'
export { queueRest } from './review-queue.ts'
export { decideReview, redoReview, undoReview, type Reviewer, type ReviewGroup } from './review.ts'
export { allPages, allRows } from './pages.ts'
export { hasAccount, listAccounts, loadAccount, type Account } from './queries/accounts.ts'
export * from './queries/request-keys.ts'
export * from './queries/sessions.ts'
export * from './queries/tokens.ts'
export { assign, moveAssignment, type VersionKey } from './assignments.ts'
export {
  ASSIGNMENT_STATES,
  listAssignments,
  listAssignmentsOf,
  listCodedTwice,
  type Assignment,
  type AssignmentState,
  type ListedAssignment,
} from './queries/assignments.ts'
export { addOwnActor, loadDictionary, removeOwnActor } from './own-actors.ts'
export { lastOwnChange, listOwnActors, type OwnEntry } from './queries/own-actors.ts'
export { listNaming } from './queries/list-naming.ts'
export { readAgain, type ReadAgain } from './read-again.ts'
export { listUnknown } from './unknown-actors.ts'
export type { UnknownActor, UnknownFilter, UnknownPlace } from './queries/unknown-actors.ts'
export { propose, settleProposal, type Settlement } from './proposals.ts'
export { findProposal, listProposals, type Proposal } from './queries/proposals.ts'
export { ruleReview } from './rule.ts'
export { listRulingGroups, listRulings, type RulingRow } from './queries/rulings.ts'
export * from './queries/jobs.ts'
export * from './queries/job-items.ts'
export * from './queries/list-feed.ts'
export { lastEntryOf, type Seen } from './refuse-unseen.ts'
