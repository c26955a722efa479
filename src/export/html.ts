import type { Reading } from '../records/index.ts'
import { collectMarks, writeText } from './text.ts'

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
pre{white-space:pre-wrap;font:inherit}mark{color:inherit;border-radius:.2em;padding:0 .1em;background:color-mix(in srgb,var(--ink) 24%,transparent)}
.event{--ink:#d33}.figure{--ink:#d80}.source{--ink:#06c}.cue{--ink:#777}.time{--ink:#183}.place{--ink:#828}
section+section{border-top:1px solid;margin-top:2rem}`

/** One self-contained page: each report with its evidence marked, and its records beneath. */
export function writeHtml(readings: readonly Reading[]): string {
  return `${htmlHead()}${readings.map(writeHtmlSection).join('')}${htmlFoot()}`
}

/** All that goes before the first report of a page. */
export function htmlHead(): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Ascribe</title><style>${STYLE}</style></head>
<body><main>
`
}

/** All that goes after the last. */
export function htmlFoot(): string {
  return '</main></body></html>\n'
}

/** One report of a page. */
export function writeHtmlSection(reading: Reading): string {
  const { report } = reading
  const heading = escapeHtml(report.title ?? report.outlet ?? report.id)
  const records = writeText({ ...reading, report: { ...report, text: '' } })
  return `<section><h1>${heading}</h1>
<pre dir="auto">${markedText(reading)}</pre>
<h2>Records</h2>
<pre>${escapeHtml(records)}</pre></section>
`
}

function markedText(reading: Reading): string {
  const { text } = reading.report
  let out = ''
  let at = 0
  for (const { start, end, mark } of collectMarks(reading)) {
    if (start < at) continue
    const words = escapeHtml(text.slice(start, end))
    out += `${escapeHtml(text.slice(at, start))}<mark class="${mark}" title="${mark}">${words}</mark>`
    at = end
  }
  return out + escapeHtml(text.slice(at))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
