/** A version of a report, by the report's id and its number. */
export interface ReportVersion {
  readonly report: string
  readonly version: number
}

/** The versions of reports that some decisions are on, each once, in their order. */
export function versionsOf(decisions: readonly ReportVersion[]): ReportVersion[] {
  const versions = new Map(
    decisions.map(({ report, version }) => [
      JSON.stringify([report, version]),
      { report, version },
    ]),
  )
  return [...versions.values()]
}

/** Whether two things are on the same version of a report. */
export function isSameVersion(a: ReportVersion, b: ReportVersion): boolean {
  return a.report === b.report && a.version === b.version
}
