export { checkDecisions, isProved } from './check.ts'
export { partId, partsOf, withDecided, type ReviewPart } from './parts.ts'
export {
  conflictsOf,
  standingOf,
  type RecordStanding,
  type RecordState,
  type ReviewConflict,
} from './standing.ts'
export { worthOf, type ReviewReason, type ReviewWorth } from './worth.ts'
export { nominalAlpha } from './agreement/alpha.ts'
export { estimate, newRandom, type Drawing, type Estimate } from './agreement/bootstrap.ts'
export { cohensKappa, type Pair } from './agreement/kappa.ts'
export {
  unitizingAlpha,
  unitizingDisagreement,
  type Continuum,
  type Unit,
} from './agreement/unitizing-alpha.ts'
export { agreementOf, type Confusion, type FieldAgreement } from './agreement/agreement-of.ts'
export {
  codedUnits,
  concordOf,
  type CodedReport,
  type CodedUnit,
  type Concord,
} from './agreement/coded-units.ts'
export { holdsWordsOf, namesKept } from './reworded.ts'
export { isSameVersion, versionsOf, type ReportVersion } from './versions.ts'
