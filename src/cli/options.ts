import { availableParallelism } from 'node:os'
import { InvalidArgumentError } from 'commander'
import type { Setting } from '../export/index.ts'
import { isDay } from '../ingest/index.ts'

/** A publication date on the command line. */
export function parseDay(text: string): string {
  if (isDay(text)) return text
  throw new InvalidArgumentError('a day of the calendar is written 2024-03-04')
}

/** Columns where there is no terminal to ask. */
const WIDTH = 100

/** How text for people is set on standard output; no colours where `NO_COLOR` is set, whatever its value. */
export function pageSetting(): Setting {
  const { isTTY, columns } = process.stdout
  return {
    width: isTTY && columns > 0 ? columns : WIDTH,
    colour: isTTY && (process.env['NO_COLOR'] ?? '') === '',
  }
}

/** How many reports are read at the same time. */
export function parseJobs(text: string): number {
  const jobs = Number(text)
  const most = Math.max(64, availableParallelism())
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= most) return jobs
  throw new InvalidArgumentError(`a whole number from 1 to ${most}`)
}

/** A port; 0 lets the system choose. */
export function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65536) return Number(text)
  throw new InvalidArgumentError('a number from 0 to 65535')
}

/** A whole number from 1 on. */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('a whole number, such as 20')
}
