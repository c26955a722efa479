/** Swaps those who fight in sentences of the development data, puts plain ones into the passive, and counts what is read otherwise: `npm run bench:fairness -- ../shared/data [MOST]`. */
import { openKit } from '../src/kit.ts'
import { readReport, toReport } from '../src/pipeline.ts'
import { analyseText } from '../src/text/index.ts'
import { passiveOf } from '../test/support/voice.ts'
import { fairSentences, fairVoices } from './fair-sentences.ts'
import { beside } from './labelled-data.ts'

const [folder = '../shared/data', most = '2000'] = process.argv.slice(2)
const kit = await openKit()
const { flips, ...counts } = fairSentences(beside(folder), {
  most: Number(most),
  read: (text) => readReport({ text }, kit),
})
for (const { sentence, swap, lost, won } of flips)
  console.log(
    [
      `${swap.from} → ${swap.to}: ${sentence}`,
      ...lost.map((one) => `  - ${one}`),
      ...won.map((one) => `  + ${one}`),
    ].join('\n'),
  )
console.log({ ...counts, flips: flips.length })

const voices = fairVoices(beside(folder), {
  passive: (text) => passiveOf(analyseText(toReport({ text }), kit.text)),
  read: (text) => readReport({ text }, kit),
})
for (const { active, passive, lost, won } of voices.flips)
  console.log(
    [active, passive, ...lost.map((one) => `  - ${one}`), ...won.map((one) => `  + ${one}`)].join(
      '\n',
    ),
  )
console.log({ passives: voices.pairs, flips: voices.flips.length })
process.exitCode = flips.length > 0 ? 1 : 0
