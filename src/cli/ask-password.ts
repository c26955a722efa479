import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { AscribeError } from '../base/errors.ts'

/** A password, typed twice and not shown, or the first line of standard input where that is no terminal. Throws `bad-usage`. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) return firstLine()
  const password = await ask('Password: ')
  if (password !== (await ask('The same again: ')))
    throw new AscribeError('bad-usage', 'these were two passwords')
  return password
}

/** Most that is read of a line that never ends. */
const LONGEST = 4096

async function firstLine(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk)
    if (text.includes('\n') || text.length > LONGEST) break
  }
  return text.split(/\r?\n/, 1)[0] ?? ''
}

function ask(question: string): Promise<string> {
  process.stderr.write(question)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise((resolve) => {
    const end = (line: string): void => {
      lines.close()
      process.stderr.write('\n')
      resolve(line)
    }
    lines.once('line', end)
    lines.once('SIGINT', () => process.exit(130))
  })
}
