import { isRate, isShare, type Score, type Scores } from './score.ts'

const WIDTH = 34

/** Scores as lines for people: one a measure, groups under their headings. */
export function writeScores(scores: Scores, indent = ''): string {
  return Object.entries(scores)
    .map(([name, value]) => {
      if (isScore(value)) return `${(indent + name).padEnd(WIDTH)}${written(value)}\n`
      return `${indent}${name}\n${writeScores(value, `${indent}  `)}`
    })
    .join('')
}

function isScore(value: Score | Scores): value is Score {
  return typeof value === 'number' || isRate(value) || isShare(value)
}

function written(score: Score): string {
  if (typeof score === 'number') return percent(score)
  if (isShare(score)) return `${percent(score.share)}   ${score.right} of ${score.of}`
  const { precision, recall, f1, right, system, gold } = score
  const rates = `P ${percent(precision)}  R ${percent(recall)}  F ${percent(f1)}`
  return `${rates}   right ${right}, ours ${system}, gold ${gold}`
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5)
}
