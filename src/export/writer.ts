import type { Reading } from '../records/index.ts'
import { csvHeader, writeCsv } from './csv.ts'
import { htmlFoot, htmlHead, writeHtmlSection } from './html.ts'
import { writeJson, writeNdjson } from './ndjson.ts'
import { writeText, type Setting } from './text.ts'

/** The output forms. */
export const FORMS = ['text', 'json', 'ndjson', 'csv', 'html'] as const
export type Form = (typeof FORMS)[number]

/** Writes readings one after another: `head` goes before the first, `foot` after the last. */
export interface Writer {
  readonly head: string
  readonly foot: string
  write(reading: Reading): string
}

/** The writer of an output form. */
export function openWriter(form: Form, setting: Setting): Writer {
  const plain = (write: Writer['write']): Writer => ({ head: '', foot: '', write })
  switch (form) {
    case 'text':
      return plain((reading) => writeText(reading, setting))
    case 'json':
      return plain(writeJson)
    case 'ndjson':
      return plain(writeNdjson)
    case 'csv':
      return { head: csvHeader(), foot: '', write: writeCsv }
    case 'html':
      return { head: htmlHead(), foot: htmlFoot(), write: writeHtmlSection }
  }
}
