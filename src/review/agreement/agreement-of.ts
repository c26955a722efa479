import type { ReviewField } from '../../records/index.ts'
import { nominalAlpha } from './alpha.ts'
import { estimate, type Drawing, type Estimate } from './bootstrap.ts'
import { codedUnits, type CodedReport, type CodedUnit } from './coded-units.ts'
import { cohensKappa, type Pair } from './kappa.ts'
import { markedSpans, spansAlpha, type MarkedReport } from './marked-spans.ts'

/** How far coders agree on one field. */
export interface FieldAgreement {
  readonly field: ReviewField
  /** Units that both coded. */
  readonly n: number
  /** Those of them that both coded alike. */
  readonly agreed: number
  /** Of reports that several pairs coded, each pair's first and second coder count as one. */
  readonly kappa: Estimate
  readonly alpha: Estimate
  /** On where the words begin and end. */
  readonly spans: Estimate
  readonly confusions: readonly Confusion[]
}

/** Two codes that were given to the same thing. */
export interface Confusion {
  readonly codes: Pair
  readonly count: number
  /** Where, as far as they are listed. */
  readonly where: readonly { readonly report: string; readonly record: string }[]
}

/** Confusions of a field, and places of each, that are listed. */
const MOST_CONFUSIONS = 20
const MOST_PLACES = 20

/** How far pairs of coders agree, field by field; those with most units first. */
export function agreementOf(reports: readonly CodedReport[], drawing: Drawing): FieldAgreement[] {
  const byField = new Map<ReviewField, CodedUnit[]>()
  const marked = new Map<ReviewField, MarkedReport[]>()
  for (const report of reports) {
    const units = codedUnits(report)
    for (const unit of units) add(byField, unit.part.field, unit)
    for (const [field, spans] of markedSpans(report, units)) add(marked, field, spans)
  }
  return [...byField]
    .map(([field, units]) => ofField(field, { units, marked: marked.get(field) ?? [] }, drawing))
    .sort((a, b) => b.n - a.n || (a.field < b.field ? -1 : 1))
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

interface OfField {
  readonly units: readonly CodedUnit[]
  readonly marked: readonly MarkedReport[]
}

function ofField(field: ReviewField, { units, marked }: OfField, drawing: Drawing): FieldAgreement {
  const both = units.flatMap((unit): BothCoded[] => {
    const [one, other] = unit.codes
    return one === undefined || other === undefined ? [] : [{ unit, codes: [one, other] }]
  })
  const pairs = both.map(({ codes }) => codes)
  return {
    field,
    n: pairs.length,
    agreed: pairs.filter(([one, other]) => one === other).length,
    kappa: estimate(pairs, cohensKappa, drawing),
    alpha: estimate(pairs, nominalAlpha, drawing),
    spans: estimate(marked, spansAlpha, drawing),
    confusions: confusionsOf(both),
  }
}

interface BothCoded {
  readonly unit: CodedUnit
  readonly codes: Pair
}

function confusionsOf(both: readonly BothCoded[]): Confusion[] {
  const found = new Map<string, BothCoded[]>()
  for (const one of both)
    if (one.codes[0] !== one.codes[1]) add(found, JSON.stringify(one.codes.toSorted()), one)
  return [...found]
    .map(([codes, all]) => ({
      codes: JSON.parse(codes) as Pair,
      count: all.length,
      where: all
        .slice(0, MOST_PLACES)
        .map(({ unit: { report, part } }) => ({ report, record: part.id })),
    }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_CONFUSIONS)
}
