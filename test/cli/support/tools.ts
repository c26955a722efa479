import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAll, readTask, type Pool, type ReadOptions } from '../../../src/bulk/index.ts'
import { openWriter, type Form, type Setting } from '../../../src/export/index.ts'
import { openKit } from '../../../src/kit.ts'

const kit = await openKit()

/** A folder of its own for a test file. */
export const folder = mkdtempSync(join(tmpdir(), 'ascribe-'))

/** Reads where it is called: what a worker does, without the worker. */
export function poolHere(form: Form, setting: Setting = { width: 80, colour: false }): Pool {
  const opening = openWriter(form, setting)
  return {
    jobs: 1,
    read: async (tasks) => {
      const writer = await opening
      return tasks.map((task) => readTask(task, kit, writer))
    },
    close: async () => undefined,
  }
}

export interface Said {
  readonly out: string
  readonly err: string
  readonly bad: number
}

/** What `ascribe read` says of paths; the name of the test's folder is cut out of errors. */
export async function readPaths(
  paths: readonly string[],
  { to = 'ndjson', ...options }: ReadOptions & { readonly to?: Form } = {},
): Promise<Said> {
  let [out, err] = ['', '']
  const streams = {
    write: (text: string) => void (out += text),
    complain: (text: string) => void (err += text),
  }
  const writer = await openWriter(to, { width: 80, colour: false })
  const bad = await readAll(paths, options, { pool: poolHere(to), writer, streams })
  return { out, err: err.replaceAll(folder, ''), bad }
}
