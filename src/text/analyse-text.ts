import type { Report, Span } from '../records/index.ts'
import type { Dateline, Document, Paragraph, Sentence, Token, TokenRange } from './document.ts'
import { findDatelines } from './datelines.ts'
import type { Analysis, LanguageModel } from './language-model.ts'
import type { LemmaWords } from './lemmas.ts'
import { findParagraphs } from './paragraphs.ts'
import { findQuotations } from './quotations.ts'
import { repairAttachments } from './repair-attachments.ts'
import { repairClauses } from './repair-clauses.ts'
import { repairModifiers } from './repair-modifiers.ts'
import { repairNames } from './repair-names.ts'
import { repairPhrases } from './repair-phrases.ts'
import { repairShot } from './repair-shot.ts'
import { repairTags } from './repair-tags.ts'
import { repairTree } from './repair-tree.ts'
import { repairVerbs } from './repair-verbs.ts'
import { findSentences } from './sentences.ts'
import { findTokens, type TokenWords } from './tokens.ts'
import { baseRelation } from './tree.ts'
import { lemmaForm, wordForm, type WordForm } from './word-form.ts'

/** What the analysis of a text needs. */
export interface TextKit {
  readonly model: LanguageModel
  readonly tokens: TokenWords
  readonly lemmas: LemmaWords
}

/** Longest run of words that the parser takes at once; longer sentences are cut. */
const LONGEST_PARSED = 200

/** The document of a report: paragraphs, sentences, tokens with tags and trees, quotations. Linear in the text; never throws. */
export function analyseText(report: Report, kit: TextKit): Document {
  const { text } = report
  const blocks = findParagraphs(text)
  const datelines = findDatelines(text, blocks)
  const heads = new Map(datelines.map((dateline) => [dateline.start, dateline]))
  const paragraphs: Paragraph[] = []
  const pieces: Piece[] = []
  let sentence = 0
  for (const block of blocks) {
    const firstSentence = sentence
    const spans = findTokens(text, block, kit.tokens)
    const dateline = heads.get(block.start)
    for (const { first, last } of sentencesOf(text, spans, { words: kit.tokens, dateline })) {
      for (let from = first; from < last; from += LONGEST_PARSED)
        pieces.push(
          pieceOf(text, spans.slice(from, Math.min(last, from + LONGEST_PARSED)), sentence),
        )
      sentence += 1
    }
    const index = paragraphs.length
    paragraphs.push({ index, firstSentence, lastSentence: sentence, ...block })
  }
  const tokens = readPieces(pieces, kit)
  return {
    report,
    text,
    tokens,
    sentences: sentencesFrom(tokens, paragraphs),
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

/** What is parsed as one: a sentence, or a part of a very long one. */
interface Piece {
  readonly spans: readonly Span[]
  readonly forms: readonly WordForm[]
  readonly words: readonly string[]
  readonly sentence: number
}

function pieceOf(text: string, spans: readonly Span[], sentence: number): Piece {
  const forms = spans.map(({ start, end }) => wordForm(text.slice(start, end)))
  return { spans, forms, words: forms.map((form) => form.text), sentence }
}

/** Tags and parses all pieces and gives their tokens. Signs alone need no model. */
function readPieces(pieces: readonly Piece[], { model, lemmas }: TextKit): Token[] {
  const tokens: Token[] = []
  const readable = pieces.filter(({ words }) => words.some((word) => /[\p{L}\p{N}]/u.test(word)))
  const analyses = model.analyse(readable.map(({ words }) => words))
  let next = 0
  for (const piece of pieces) {
    const analysis = piece === readable[next] ? analyses[next++] : undefined
    const tree = analysis && repaired(piece.words, analysis)
    addTokens(tokens, piece, { analysis: tree ?? signs(piece), lemmas })
  }
  return tokens
}

function repaired(words: readonly string[], analysis: Analysis): Analysis {
  const tags = repairTags(words, repairShot(words, analysis))
  const names = repairModifiers(words, repairNames(words, tags))
  const verbs = repairVerbs(words, repairTree(names))
  return repairAttachments(words, repairClauses(words, repairPhrases(words, verbs)))
}

function addTokens(
  tokens: Token[],
  { spans, forms, sentence }: Piece,
  { analysis, lemmas }: { readonly analysis: Analysis; readonly lemmas: LemmaWords },
): void {
  const base = tokens.length
  const children = childrenBelow(analysis.heads, base)
  forms.forEach((form, i) => {
    const head = analysis.heads[i] ?? -1
    const tags = { upos: analysis.upos[i] ?? 'X', xpos: analysis.xpos[i] ?? 'FW' }
    const deprel = analysis.deprels[i] ?? 'dep'
    const lemma = lemmaForm(form, tags, lemmas)
    tokens.push({
      index: base + i,
      start: spans[i]?.start ?? 0,
      end: spans[i]?.end ?? 0,
      text: form.text,
      lower: form.lower,
      lemma: lemma.text,
      lowerLemma: lemma.lower,
      upos: tags.upos,
      xpos: tags.xpos,
      head: head < 0 ? -1 : base + head,
      deprel,
      relation: baseRelation(deprel),
      sentence,
      children: children[i] ?? NONE,
    })
  })
}

const NONE: readonly number[] = []

/** The places of what hangs on each word, in order of text: lists of just their length, and one for all words on which nothing hangs. */
function childrenBelow(heads: readonly number[], base: number): readonly (readonly number[])[] {
  const ends = new Int32Array(heads.length + 1)
  for (const head of heads) if (head >= 0) ends[head + 1] = (ends[head + 1] ?? 0) + 1
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0)
  const starts = ends.slice()
  const all: number[] = heads.map(() => 0)
  heads.forEach((head, child) => {
    if (head < 0) return
    const to = starts[head] ?? 0
    all[to] = base + child
    starts[head] = to + 1
  })
  return heads.map((_, at) => {
    const [from, to] = [ends[at] ?? 0, ends[at + 1] ?? 0]
    return from === to ? NONE : all.slice(from, to)
  })
}

/** Signs without a letter or number hang on the first. */
function signs({ words }: Piece): Analysis {
  return {
    upos: words.map(() => 'PUNCT'),
    xpos: words.map(() => '.'),
    heads: words.map((_, i) => (i === 0 ? -1 : 0)),
    deprels: words.map((_, i) => (i === 0 ? 'root' : 'punct')),
  }
}

/** The sentences that tokens name. */
function sentencesFrom(tokens: readonly Token[], paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = []
  let [first, paragraph] = [0, 0]
  while (first < tokens.length) {
    const index = sentences.length
    let last = first
    let root = -1
    for (; tokens[last]?.sentence === index; last += 1)
      if (root < 0 && tokens[last]?.head === -1) root = last
    while (index >= (paragraphs[paragraph]?.lastSentence ?? Infinity)) paragraph += 1
    sentences.push({
      index,
      paragraph,
      first,
      last,
      root,
      start: tokens[first]?.start ?? 0,
      end: tokens[last - 1]?.end ?? 0,
    })
    first = last
  }
  return sentences
}

/** Wire copy in capitals: hardly a small letter among many letters. */
function isCapitals(text: string): boolean {
  let [small, large] = [0, 0]
  for (const sign of text.slice(0, 4000)) {
    if (sign >= 'a' && sign <= 'z') small += 1
    else if (sign >= 'A' && sign <= 'Z') large += 1
    else if (sign > '\u007f' && /\p{Ll}/u.test(sign)) small += 1
    else if (sign > '\u007f' && /\p{Lu}/u.test(sign)) large += 1
  }
  return large > 20 && small * 10 < large
}
