import type { Reading } from '../records/index.ts'
import { writeJson, writeNdjson } from './ndjson.ts'
import type { Setting } from './text.ts'

/** The output forms. */
export const FORMS = ['text', 'json', 'ndjson', 'csv', 'html'] as const
export type Form = (typeof FORMS)[number]

/** Writes readings one after another: `head` goes before the first, `foot` after the last. */
export interface Writer {
  readonly head: string
  readonly foot: string
  write(reading: Reading): string
}

/** The writer of an output form; the modules of the others are not loaded. */
export async function openWriter(form: Form, setting: Setting): Promise<Writer> {
  const plain = (write: Writer['write']): Writer => ({ head: '', foot: '', write })
  switch (form) {
    case 'text': {
      const { writeText } = await import('./text.ts')
      return plain((reading) => writeText(reading, setting))
    }
    case 'json':
      return plain(writeJson)
    case 'ndjson':
      return plain(writeNdjson)
    case 'csv': {
      const { csvHeader, writeCsv } = await import('./csv.ts')
      return { head: csvHeader(), foot: '', write: writeCsv }
    }
    case 'html': {
      const { htmlFoot, htmlHead, writeHtmlSection } = await import('./html.ts')
      return { head: htmlHead(), foot: htmlFoot(), write: writeHtmlSection }
    }
  }
}
