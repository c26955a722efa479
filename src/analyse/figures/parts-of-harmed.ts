import type { Harm } from '../../records/index.ts'
import type { Token } from '../../text/index.ts'
import { rowsOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import { readCounted } from './counted-phrase.ts'
import type { FigureDraft } from './find-figures.ts'

/** Parts of numbers told before: "six of the victims were civilians", "five of the wounded are in a critical condition", "two were guards". */
export function partsOfHarmed(scene: Scene, drafts: readonly FigureDraft[]): FigureDraft[] {
  const known = new Set(drafts.map(({ phrase }) => phrase.head))
  return scene.document.tokens.flatMap((token) => {
    if (token.upos !== 'NUM' || known.has(token.index)) return []
    const harmed = harmedBehind(scene, token)
    const harm = harmed && harmOf(scene, harmed, drafts)
    const phrase = harm === undefined ? undefined : readCounted(scene, token.index)
    if (harm === undefined || !phrase) return []
    return [{ harm, phrase, token, part: true, rule: 'among' }]
  })
}

/** The noun in "of the victims", "of those injured" behind a number. */
function harmedBehind({ document }: Scene, { index, sentence }: Token): Token | undefined {
  const [of, the, noun] = document.tokens.slice(index + 1, index + 4)
  if (of?.lower !== 'of' || !/^(?:the|those)$/.test(the?.lower ?? '')) return undefined
  return noun?.sentence === sentence ? noun : undefined
}

/** What was done to them by the word itself; victims suffered what was told last. */
function harmOf(
  { words }: Scene,
  { lower, lowerLemma, index }: Token,
  drafts: readonly FigureDraft[],
): Harm | undefined {
  if (lowerLemma === 'victim') {
    const told = drafts.filter(({ part, token }) => !part && token.index < index)
    return (told.find(({ harm }) => harm === 'killed') ?? told.at(-1))?.harm
  }
  const rows =
    rowsOf(words.harms, lower, 'NOUN') ??
    rowsOf(words.harms, lower, 'ADJ') ??
    rowsOf(words.harms, lowerLemma, 'VERB')
  const harm = rows?.find(({ parts }) => parts.length === 1)?.harm
  return harm === 'casualties' ? undefined : harm
}
