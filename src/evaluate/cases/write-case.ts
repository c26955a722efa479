import type { RegressionCase } from '../../records/index.ts'

/** A case as a file of `test/cases` has it. */
export function writeCase({ title, date, text, expected }: RegressionCase): string {
  const head = date === undefined ? '' : `date ${date}\n`
  return `# ${title}\n\n${head}${text}\n\n==>\n${expected === '' ? '' : `\n${expected}\n`}`
}
