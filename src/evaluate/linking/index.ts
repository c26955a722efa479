export { groupByDayAndPlace, groupByWords, type Story } from './baselines.ts'
export { scoreClusters, type ClusterScores, type Groups } from './cluster-scores.ts'
export { parseArticle, parseStory } from './inputs.ts'
export {
  parsePool,
  scorePools,
  type JudgedPair,
  type PairScore,
  type Pool,
} from './labelled-groups.ts'
