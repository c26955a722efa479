/**
 * The public face of Ascribe, one block for each stage.
 *
 * @module
 */
export * from './records/index.ts'

export { AscribeError, type ErrorCode } from './base/errors.ts'

export {
  parseReportInput,
  parsePlain,
  parseJsonLine,
  readItems,
  type Item,
} from './ingest/index.ts'

export { readReport, withDictionary, type Kit } from './pipeline.ts'
export { openKit, openVerifyKit } from './kit.ts'

export {
  writeCsv,
  csvHeader,
  writeHtml,
  writeJson,
  writeNdjson,
  writeText,
} from './export/index.ts'
