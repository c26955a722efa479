import type { Command } from 'commander'
import { program } from '../src/cli/program.ts'
import { CSV_COLUMNS } from '../src/export/index.ts'

/** `docs/cli.md`: every command with its own help, and the columns of the table. */
export async function cliPage(): Promise<string> {
  const { commands: all } = await program('')
  const commands = all
    .flatMap((command) => [command, ...command.commands])
    .map((command) => `## ${nameOf(command)}\n\n\`\`\`text\n${helpOf(command)}\`\`\`\n`)
  const columns = Object.entries(CSV_COLUMNS).map(([name, holds]) => `- \`${name}\`: ${holds}`)
  return `${HEAD}\n${commands.join('\n')}\n${TABLE}\n${columns.join('\n')}\n`
}

/** "ascribe evaluate linking". */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()
}

/** What `--help` says. */
function helpOf(command: Command): string {
  let said = ''
  command.configureOutput({ writeOut: (text) => void (said += text), getOutHelpWidth: () => 100 })
  command.outputHelp()
  return said.replace(/\n{3,}/g, '\n\n')
}

const HEAD = `# The command line

Written by \`npm run docs\` from the commands' own descriptions.

Input is text (\`.txt\`, whose first line may be \`date 2024-03-04\`), JSON (\`.json\`: a report or a list of them), NDJSON (\`.ndjson\`, \`.jsonl\`: a report on each line), folders of such files, or standard input (\`-\`), where a bracket at the beginning tells JSON from text. UTF-8, or UTF-16 with a byte order mark. A report is \`{text, id?, title?, outlet?, author?, publishedAt?, updatedAt?, uri?, language?}\`; only English is read.

Exit status: 0 all well, 1 some items were bad (each is named on standard error, see [errors](errors.md)), 2 the command line is wrong. Output goes to standard output in the order of the input; an interrupt ends after a whole line. Colours and the progress bar are for terminals only; \`NO_COLOR\` puts out the colours.
`

const TABLE = `## The table of \`--to csv\`

RFC 4180, UTF-8, one row for each event; several values of a cell are joined by \`; \`. A cell that a spreadsheet would run as a formula (its first character is \`=\`, \`+\`, \`-\`, \`@\` or a wide form of them, a tab or a line end) begins with an apostrophe; numbers stay numbers. New columns are added at the end.
`
