export { checkDecisions, isProved } from './check.ts'
export { partId, partsOf, withDecided, type ReviewPart } from './parts.ts'
export { standingOf, type RecordStanding, type RecordState } from './standing.ts'
export { worthOf, type ReviewReason, type ReviewWorth } from './worth.ts'
