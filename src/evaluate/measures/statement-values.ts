import type { Reading, Span, Statement } from '../../records/index.ts'
import { matchOneToOne } from '../match-one-to-one.ts'
import { countShare, resultsOf, type Scores } from '../score.ts'
import { inText, overlapOf, unitsIn, unitsOf } from '../token-sets.ts'

/** Pairs of statements of one text whose contents overlap by half, one to one. */
export function matchStatements(
  text: string,
  gold: readonly Statement[],
  system: readonly Statement[],
): (readonly [Statement, Statement])[] {
  const units = unitsOf(text)
  const withUnits = (side: readonly Statement[]) =>
    side.map((statement) => ({ statement, units: unitsIn(contentOf(statement), units) }))
  const [wanted, found] = [withUnits(gold), withUnits(system)]
  const likeness = (a: (typeof wanted)[number], b: (typeof found)[number]): number => {
    const value = overlapOf(a.units, b.units)
    return value >= 0.5 ? value : 0
  }
  return matchOneToOne(wanted, found, likeness).flatMap(({ left, right }) => {
    const [one, other] = [wanted[left]?.statement, found[right]?.statement]
    return one && other ? [[one, other] as const] : []
  })
}

function contentOf({ content }: Statement): Span[] {
  return inText(content)
}

/** Scores what statements say of themselves, over those whose contents overlap. */
export function countStatementValues() {
  const shares = {
    form: countShare(),
    stance: countShare(),
    certainty: countShare(),
    topic: countShare(),
    'kind of source': countShare(),
    'type of source': countShare(),
  }
  return {
    add(gold: Reading, reading: Reading) {
      for (const [one, other] of matchStatements(
        gold.report.text,
        gold.statements,
        reading.statements,
      )) {
        shares.form.add(one.form === other.form)
        shares.stance.add(one.stance === other.stance)
        shares.certainty.add(one.certainty === other.certainty)
        if (one.topic !== undefined) shares.topic.add(one.topic === other.topic)
        if (!one.source) continue
        shares['kind of source'].add(one.source.kind === other.source?.kind)
        shares['type of source'].add(one.source.type === other.source?.type)
      }
    },
    scores: (): Scores => ({ 'values, given the content': resultsOf(shares) }),
  }
}
