import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { AscribeError } from '../base/errors.ts'
import type { Reading } from '../records/index.ts'

/** A value, and the file and line that it stands in. */
export interface Labelled {
  readonly value: unknown
  readonly where: string
}

/** The values of an NDJSON file, each with its file and line. */
export async function* jsonLines(path: string): AsyncGenerator<Labelled> {
  if (!(await stat(path).catch(() => undefined))?.isFile())
    throw new AscribeError('not-found', `${path}: no such file`)
  let number = 0
  for await (const line of createInterface({ input: createReadStream(path) })) {
    number += 1
    if (line.trim() !== '') yield parseLine(line, `${path} line ${number}`)
  }
}

function parseLine(line: string, where: string): Labelled {
  try {
    return { value: JSON.parse(line), where }
  } catch (cause) {
    throw new AscribeError('bad-input', `${where}: broken JSON: ${(cause as Error).message}`, {
      cause,
    })
  }
}

/** The readings of an NDJSON file, by the id of their report; throws where a line holds none. */
export async function readingsOf(path: string): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>()
  for await (const { value, where } of jsonLines(path)) {
    const reading = value as Reading
    if (typeof reading?.report?.text !== 'string' || !Array.isArray(reading.events))
      throw new AscribeError('bad-input', `${where}: no reading of schema ascribe.reading/1`)
    readings.set(reading.report.id, reading)
  }
  return readings
}
