import type { LanguageModel } from '../src/text/language-model.ts'
import type { Gold } from './conllu.ts'

/** Shares of words with the right coarse tag, head, and head with full label, in per cent. */
export function score(
  model: LanguageModel,
  golds: readonly Gold[],
): { upos: number; uas: number; las: number } {
  let [all, upos, uas, las] = [0, 0, 0, 0]
  const analyses = model.analyse(golds.map(({ words }) => words))
  golds.forEach((gold, at) => {
    const found = analyses[at]
    gold.words.forEach((_, i) => {
      all += 1
      if (gold.tags[i]?.split(' ')[0] === found?.upos[i]) upos += 1
      const head = gold.heads[i] === gold.words.length ? -1 : gold.heads[i]
      if (head !== found?.heads[i]) return
      uas += 1
      if (gold.labels[i] === found?.deprels[i]) las += 1
    })
  })
  const share = (count: number): number => Math.round((10000 * count) / all) / 100
  return { upos: share(upos), uas: share(uas), las: share(las) }
}
