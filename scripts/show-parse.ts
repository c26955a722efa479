/** Prints the parse of a text with the predicates read from it: `npx tsx scripts/show-parse.ts 'Rebels shelled the town.'`. */
import { openKit } from '../src/kit.ts'
import { toReport } from '../src/pipeline.ts'
import { analyseText, predicateAt, type Document, type Token } from '../src/text/index.ts'

const kit = await openKit()
for (const text of process.argv.slice(2)) print(analyseText(toReport({ text }), kit.text))

function print(document: Document): void {
  for (const { first, last } of document.sentences) {
    const tokens = document.tokens.slice(first, last)
    for (const token of tokens) console.log(row(document, token))
    for (const token of tokens) if (token.upos === 'VERB') console.log(predicate(document, token))
    console.log('')
  }
}

function row({ tokens }: Document, token: Token): string {
  const { index, text, lemma, upos, xpos, head, deprel } = token
  const above = head < 0 ? '' : `${head} ${tokens[head]?.text ?? ''}`
  const cells = [text.padEnd(18), lemma.padEnd(16), upos.padEnd(6), xpos.padEnd(5)]
  return [String(index).padStart(4), ...cells, deprel.padEnd(13), above].join(' ')
}

function predicate(document: Document, { index, text }: Token): string {
  const { passive, agents, patients, indirect, obliques, agentShared } = predicateAt(
    document,
    index,
  )
  const words = (heads: readonly number[]): string =>
    heads.map((head) => document.tokens[head]?.text).join('+') || '-'
  const phrases = obliques.map(({ preposition, head }) => `${preposition}:${words([head])}`)
  const marks = [passive && 'passive', agentShared && 'shared'].filter(Boolean).join(' ')
  return `  ${text}(${words(agents)}, ${words(patients)}${
    indirect.length > 0 ? `, to ${words(indirect)}` : ''
  }) ${phrases.join(' ')} ${marks}`
}
