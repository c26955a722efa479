import type { Report, Span } from '../records/index.ts'
import type { Dateline, Document, Paragraph, Sentence, Token, TokenRange } from './document.ts'
import { findDatelines } from './datelines.ts'
import type { Analysis, LanguageModel } from './language-model.ts'
import { lemmaOf, type LemmaWords } from './lemmas.ts'
import { findParagraphs } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { repairPhrases } from './repair-phrases.ts'
import { repairTree } from './repair-tree.ts'
import { findSentences } from './sentences.ts'
import { findTokens, type TokenWords } from './tokens.ts'

/** What the analysis of a text needs. */
export interface TextKit {
  readonly model: LanguageModel
  readonly tokens: TokenWords
  readonly lemmas: LemmaWords
}

/** Longest run of words that the parser takes at once; longer sentences are cut. */
const LONGEST_PARSED = 200

type Draft = { -readonly [K in keyof Token]: Token[K] } & { children: number[] }

/** The document of a report: paragraphs, sentences, tokens with tags and trees, quotations. Linear in the text; never throws. */
export function analyseText(report: Report, kit: TextKit): Document {
  const { text } = report
  const blocks = findParagraphs(text)
  const datelines = findDatelines(text, blocks)
  const heads = new Map(datelines.map((dateline) => [dateline.start, dateline]))
  const tokens: Draft[] = []
  const sentences: Sentence[] = []
  const paragraphs: Paragraph[] = []
  for (const block of blocks) {
    const firstSentence = sentences.length
    const spans = findTokens(text, block, kit.tokens)
    const dateline = heads.get(block.start)
    for (const run of sentencesOf(text, spans, { words: kit.tokens, dateline })) {
      const [from, index] = [tokens.length, sentences.length]
      const cut = { text, spans: spans.slice(run.first, run.last), sentence: index }
      addSentence(tokens, cut, kit)
      sentences.push(sentenceAt(tokens, { from, index, paragraph: paragraphs.length }))
    }
    paragraphs.push({
      ...block,
      index: paragraphs.length,
      firstSentence,
      lastSentence: sentences.length,
    })
  }
  return {
    report,
    text,
    tokens,
    sentences,
    paragraphs,
    quotations: findQuotations(text, paragraphs),
    datelines,
    capitals: isCapitals(text),
  }
}

/** The sentences of a paragraph; its dateline is one of its own, so that it hangs on no verb. */
function sentencesOf(
  text: string,
  spans: readonly Span[],
  { words, dateline }: { readonly words: TokenWords; readonly dateline: Dateline | undefined },
): TokenRange[] {
  const head = dateline ? spans.filter(({ end }) => end <= dateline.end).length : 0
  const rest = findSentences(text, spans.slice(head), words)
  const moved = rest.map(({ first, last }) => ({ first: first + head, last: last + head }))
  return head > 0 ? [{ first: 0, last: head }, ...moved] : moved
}

interface Cut {
  readonly text: string
  readonly spans: readonly Span[]
  readonly sentence: number
}

/** Tags and parses one sentence, in pieces where it is very long, and adds its tokens. */
function addSentence(
  tokens: Draft[],
  { text, spans, sentence }: Cut,
  { model, lemmas }: TextKit,
): void {
  for (let from = 0; from < spans.length; from += LONGEST_PARSED) {
    const piece = spans.slice(from, from + LONGEST_PARSED)
    const words = piece.map(({ start, end }) => text.slice(start, end))
    const { upos, xpos, heads, deprels } = parse(words, model)
    const base = tokens.length
    piece.forEach(({ start, end }, i) => {
      const word = words[i] ?? ''
      const head = heads[i] ?? -1
      const tags = { upos: upos[i] ?? 'X', xpos: xpos[i] ?? 'FW' }
      tokens.push({
        index: base + i,
        start,
        end,
        text: word,
        lower: word.toLowerCase(),
        lemma: lemmaOf(word, tags, lemmas),
        upos: tags.upos,
        xpos: tags.xpos,
        head: head < 0 ? -1 : base + head,
        deprel: deprels[i] ?? 'dep',
        sentence,
        children: [],
      })
    })
    for (let at = base; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token && token.head >= 0) tokens[token.head]?.children.push(at)
    }
  }
}

/** Words with tags and tree. Signs alone need no model. */
function parse(words: readonly string[], model: LanguageModel): Analysis {
  if (words.some((word) => /[\p{L}\p{N}]/u.test(word)))
    return repairPhrases(words, repairTree(model.analyse(words)))
  return {
    upos: words.map(() => 'PUNCT'),
    xpos: words.map(() => '.'),
    heads: words.map((_, i) => (i === 0 ? -1 : 0)),
    deprels: words.map((_, i) => (i === 0 ? 'root' : 'punct')),
  }
}

function sentenceAt(
  tokens: readonly Token[],
  { from, index, paragraph }: { from: number; index: number; paragraph: number },
): Sentence {
  const last = tokens.length
  let root = from
  for (let at = last - 1; at >= from; at -= 1) if (tokens[at]?.head === -1) root = at
  return {
    index,
    paragraph,
    first: from,
    last,
    root,
    start: tokens[from]?.start ?? 0,
    end: tokens[last - 1]?.end ?? 0,
  }
}

/** Wire copy in capitals: hardly a small letter among many letters. */
function isCapitals(text: string): boolean {
  const sample = text.slice(0, 4000)
  const small = sample.match(/\p{Ll}/gu)?.length ?? 0
  const large = sample.match(/\p{Lu}/gu)?.length ?? 0
  return large > 20 && small * 10 < large
}
