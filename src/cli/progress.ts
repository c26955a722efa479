/** What has been done so far. */
export interface Done {
  readonly reports: number
  readonly bad: number
  readonly bytes: number
  /** Of all input; absent where it comes down a pipe. */
  readonly ofBytes?: number
  /** That it took, up to the last report done. */
  readonly seconds: number
}

const BAR = 20

/** The line of a progress bar: how much is done, how fast, how long it will take. */
export function progressLine({ reports, bad, bytes, ofBytes, seconds }: Done): string {
  const rate = seconds > 0 ? reports / seconds : 0
  const parts = [`${count(reports)} ${reports === 1 ? 'report' : 'reports'}`]
  parts.push(`${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`)
  if (bad > 0) parts.push(`${count(bad)} bad`)
  if (ofBytes === undefined || ofBytes === 0) return parts.join(' · ')
  const share = Math.min(1, bytes / ofBytes)
  const filled = Math.round(share * BAR)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
  if (share > 0) parts.push(`${clock((seconds / share) * (1 - share))} left`)
  return `${bar} ${Math.floor(share * 100)} % · ${parts.join(' · ')}`
}

function count(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

function clock(seconds: number): string {
  const whole = Math.ceil(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number): string => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** A progress bar on a terminal: rewritten in place, put aside while something else is said. */
export interface ProgressBar {
  add(done: Pick<Done, 'reports' | 'bad' | 'bytes'>): void
  /** Says something above the bar. */
  say(text: string): void
  close(): void
}

/** Milliseconds between two drawings, and before the first: what is quick needs no bar. */
const PAUSE = 100
const FIRST = 700
/** Columns of a terminal that does not say. */
const WIDTH = 80

/** Draws on `terminal` until closed. */
export function openProgressBar(
  terminal: Pick<NodeJS.WriteStream, 'write' | 'columns'>,
  ofBytes?: number,
): ProgressBar {
  const began = performance.now()
  const done = { reports: 0, bad: 0, bytes: 0 }
  let shown = false
  let last = began
  const clear = (): void => {
    if (shown) terminal.write('\r\u001b[K')
    shown = false
  }
  const draw = (): void => {
    if (performance.now() - began < FIRST) return
    const seconds = (last - began) / 1000
    const line = progressLine({ ...done, seconds, ...(ofBytes !== undefined && { ofBytes }) })
    terminal.write(`\r${line.slice(0, (terminal.columns || WIDTH) - 1)}\u001b[K`)
    shown = true
  }
  const timer = setInterval(draw, PAUSE)
  return {
    add: ({ reports, bad, bytes }) => {
      done.reports += reports
      done.bad += bad
      done.bytes += bytes
      last = performance.now()
    },
    say: (text) => {
      clear()
      terminal.write(text)
    },
    close: () => {
      clearInterval(timer)
      clear()
    },
  }
}
