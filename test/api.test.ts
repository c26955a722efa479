import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { exportsOf } from './support/exports.ts'

const ROOT = new URL('../', import.meta.url)

const words = (text: string): string[] => text.trim().split(/\s+/).sort()

const RECORDS = words(`
  Actor ActorKind ActorName ActorValue Anonymity Certainty ChangeKind Claim ClaimField ClaimValue CodeRow Codebook Confidence
  Contradiction
  CountWords Credit Damage DamageValue Event EventCodes EventKey EventLink EventPlace EventRelation
  EventStatus EventTime Evidence Exactness Figure FigureValue Harm Incident IncidentChange IncidentSummary LinkDecision LinkReason Location
  CASE_FOLDERS CaseFolder NamedRule NewOwnActor NewProposal NewReviewDecision Note OWN_KINDS Origin OwnActor OwnKind PROPOSAL_KINDS PROPOSAL_STATES ProposalKind ProposalOrigin ProposalState RegressionCase Participant Party People PeopleCategory PeopleCount Place Policy Read
  Reading Report ReportInput ResponsibilityClaim ResponsibilityValue ReviewDecision ReviewField ReviewValue ReviewValues Role Run Said Settling Source SourceKind SourceType
  Sourced Span Stance Standing Statement StatementForm Time TimeMod TimeRange TimeType Toll TollBounds
  TollStep Topic Trace TraceEntry UNCERTAINTY_KM Verdict VerifyKit Violation ViolationKind actorSchema eventSchema evidenceAt
  evidenceSchema figureSchema incidentJsonSchema incidentSchema newOwnActorSchema newProposalSchema newReviewDecisionSchema openCountWords ownNames placeSchema readingJsonSchema readingSchema
  regressionCaseSchema reportIdOf reportSchema spanHolds spansMeet statementSchema timeSchema verifyReading
`)

/** The names that each door exports: a change here is a change of what others build on. */
const DOORS: Readonly<Record<string, { file: string; names: readonly string[] }>> = {
  '.': {
    file: 'src/index.ts',
    names: [
      ...RECORDS,
      ...words(`
        AscribeError ErrorCode Item Kit
        csvHeader openKit openVerifyKit parseJsonLine parsePlain parseReportInput readItems
        readReport withDictionary writeCsv writeHtml writeJson writeNdjson writeText
      `),
    ].sort(),
  },
  './records': { file: 'src/records/index.ts', names: RECORDS },
  './text': {
    file: 'src/text/index.ts',
    names: words(`
      Analysis Dateline Document Ending Language LanguageJudgement LanguageModel LanguageWords LemmaWords Lexicon LexiconRow Paragraph
      ParagraphKind Phrase PhraseEntry PhraseMatch PhraseTable Predicate Quotation Sentence TextKit
      SpacedNumber Token TokenRange TokenWords
      allUpTo analyseText ancestors baseRelation childAbove childBy childrenBy datelineBefore expand findCredits findQuotations findTokens
      firstTokenFrom guessLanguage headOf isNominal isPassive isUnder isWithinSpacedNumber judgeLanguage lemmaOf obliquesOf openLanguageModel openLanguageWords
      openLemmaWords openLexicon openPhraseTable openTokenWords parseTsv predicateAt prepositionOf
      rangeEvidence rangeSpan readAlike repairTree spacedNumberAt subtree subtreeRange tellsOutcome tokensIn
    `),
  },
}

describe.each(Object.entries(DOORS))('%s', (_, { file, names }) => {
  const found = exportsOf(new URL(file, ROOT))

  test('exports these names', async () => {
    expect(found.map(({ name }) => name).sort()).toEqual(names)
    const values = Object.keys((await import(new URL(file, ROOT).href)) as object)
    expect(values.filter((name) => !names.includes(name))).toEqual([])
  })

  test('every export says what it is', () => {
    expect(found.filter(({ isDocumented }) => !isDocumented).map(({ name }) => name)).toEqual([])
  })
})

const { exports: published } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as {
  exports: Record<string, { types: string; default: string } | string>
}

test('the package opens these doors, with their types, and the schemas', () => {
  const built = (file: string, ending: string): string =>
    `./${file.replace('src', 'dist').replace(/\.ts$/, ending)}`
  const doors = Object.entries(DOORS).map(([door, { file }]) => [
    door,
    { types: built(file, '.d.ts'), default: built(file, '.js') },
  ])
  expect(published).toEqual({
    ...Object.fromEntries(doors),
    './reading.schema.json': './docs/reading.schema.json',
    './incident.schema.json': './docs/incident.schema.json',
  })
})

test('the package holds what it needs, and nothing else', () => {
  const list = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ files } = { files: [] }] = JSON.parse(list) as { files: { path: string }[] }[]
  const paths = files.map(({ path }) => path)
  const needed =
    /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|docs\/(?:reading|incident)\.schema\.json|dist\/.+\.(?:js|d\.ts)|dist\/workbench\/(?:index\.html|assets\/[\w-]+\.(?:css|json))|data\/(?:actors|codebooks|gazetteer|language-model|lexicon|postgres|samples)\/[\w./-]+|sql\/\d{6}-[\w-]+\.sql)$/
  expect(paths.filter((path) => !needed.test(path))).toEqual([])
  expect(paths).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'docs/incident.schema.json',
      'docs/reading.schema.json',
      'data/lexicon/count-words.tsv',
      'data/lexicon/SOURCE.md',
      'data/gazetteer/places.bin',
      'data/language-model/en.bin',
      'data/postgres/empty.tar.br',
      'data/samples/workbench/reports.ndjson',
      'dist/workbench/index.html',
    ]),
  )
})
