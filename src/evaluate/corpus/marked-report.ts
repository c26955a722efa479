import { fail, openFaults, type Fault, type Faults } from './fault.ts'
import { parseHead, type Head } from './head.ts'
import { parseLines, type Line } from './line.ts'

/** A record line and the lines below it. */
export interface Block {
  readonly main: Line
  readonly parts: readonly Line[]
}

/** One file of the corpus, cut into its parts. */
export interface MarkedReport {
  readonly head: Head
  readonly text: string
  readonly blocks: readonly Block[]
}

const ARROW = '==>'

/** Cuts a file into head, text and record lines; what cannot be read is a fault and left out. */
export function parseMarked(source: string, faults: Faults): MarkedReport | undefined {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const arrow = lines.lastIndexOf(ARROW)
  return faults.at(arrow < 0 ? lines.length : arrow + 1, () => {
    if (arrow < 0) fail(`a line ${ARROW} parts the text from its records`)
    const top = lines.slice(0, arrow)
    const gap = top.findIndex((line) => line.trim() === '')
    const text = top
      .slice(gap < 0 ? top.length : gap)
      .join('\n')
      .trim()
    if (text === '') fail('the head, an empty line, the text: one of them is missing')
    const head = parseHead(top.slice(0, gap), faults)
    return { head, text, blocks: blocksOf(lines.slice(arrow + 1), arrow + 2, faults) }
  })
}

/** Lines at the margin begin a record, lines that are set in belong to it; `#` begins a remark. */
function blocksOf(lines: readonly string[], first: number, faults: Faults): Block[] {
  const blocks: { main: Line; parts: Line[] }[] = []
  for (const [i, source] of lines.entries()) {
    if (source.trim() === '' || source.trim().startsWith('# ')) continue
    const number = first + i
    const isPart = /^\s/.test(source)
    const parsed = faults.at(number, () => {
      const found = parseLines(source, number)
      if (isPart && blocks.length === 0) fail('belongs to no record: nothing stands above it')
      return found
    })
    const [main, ...parts] = parsed ?? []
    if (isPart) blocks.at(-1)?.parts.push(...(parsed ?? []))
    else if (main) blocks.push({ main, parts })
  }
  return blocks
}

export { openFaults, type Fault }
