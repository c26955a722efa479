import type { Statement } from '../../records/index.ts'
import { ancestors, firstTokenFrom } from '../../text/index.ts'
import { tokenAt, type Scene } from './scene.ts'

/** Whether a word of a trigger's sentence tells when or where somebody spoke of it, not when or where it happened: "told reporters in Darun on Tuesday that …". What a sentence opens with ("In Darun, police said …") tells of both. */
export function isOfSaying(scene: Scene, token: number, statements: readonly Statement[]): boolean {
  return statements.some((statement) => isOfCue(scene, token, statement))
}

function isOfCue(scene: Scene, token: number, { cue, source, content }: Statement): boolean {
  const own = tokenAt(scene, token)
  const [words] = cue?.evidence ?? []
  if (!own || !words || words.in !== undefined || isWithin(content, own.start)) return false
  const verb = firstTokenFrom(scene.document, words.start)
  const above = ancestors(scene.document, token)
  if (!above.some(({ index }) => index === verb)) return false
  const speaker = source?.evidence.find((span) => span.in === undefined)?.start ?? words.start
  const opens = own.start < Math.min(speaker, words.start)
  return !opens || above[0]?.index !== verb
}

function isWithin(spans: Statement['content'], offset: number): boolean {
  return spans.some(({ start, end, ...span }) => !span.in && start <= offset && offset < end)
}
