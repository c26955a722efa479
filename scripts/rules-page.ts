import { readFileSync, readdirSync } from 'node:fs'
import { RULES } from '../test/support/rules.ts'

/** Where each stage's rules lie, and what an example's right side says. */
const STAGES: Readonly<Record<string, { readonly folder: string; readonly says: string }>> = {
  mentions: { folder: 'analyse/mentions', says: 'the words that it reads' },
  statements: {
    folder: 'analyse/statements',
    says: 'source | cue | content; of the last two rules the content',
  },
  time: {
    folder: 'resolve/time',
    says: 'the TIMEX3 value, in a report of Wednesday 2024-03-06',
  },
  place: { folder: 'resolve/place', says: 'the words that it reads' },
  events: {
    folder: 'analyse/events',
    says: 'the words that it reads, of damage and size with the value',
  },
  figures: { folder: 'analyse/figures', says: 'the words that it reads' },
}

/** `docs/rules.md`: every rule with its own description and examples. */
export function rulesPage(): string {
  const stages = Object.entries(RULES).map(([stage, rules]) => {
    const { folder = '', says = '' } = STAGES[stage] ?? {}
    const described = descriptionsIn(folder)
    const sections = rules.map(({ name, examples }) => {
      const description = described.get(name)
      if (description === undefined) throw new Error(`rule ${stage}/${name}: no doc comment found`)
      const rows = Object.entries(examples).map(([text, read]) => `- ${code(text)} → ${code(read)}`)
      return `### \`${stage}/${name}\`\n\n${description}\n\n${rows.join('\n')}\n`
    })
    return `## ${stage}\n\nAn example's right side is ${says}; \`-\` is silence.\n\n${sections.join('\n')}`
  })
  return `${HEAD}\n${stages.join('\n')}`
}

const HEAD = `# Rules

Made by \`npm run docs\` from the rules themselves; \`test/rules.test.ts\` runs every example. \`readBy\` of a value names its rule; \`ascribe explain\` tells which read what.
`

/** The doc comment before each rule of a folder, by the rule's name. */
function descriptionsIn(folder: string): Map<string, string> {
  const url = new URL(`../src/${folder}/`, import.meta.url)
  const found = new Map<string, string>()
  for (const file of readdirSync(url).filter((name) => name.endsWith('.ts')))
    for (const match of readFileSync(new URL(file, url), 'utf8').matchAll(RULE))
      found.set(match[2] ?? '', match[1]?.trim() ?? '')
  return found
}

const RULE =
  /^\/\*\* ([^\n]*) \*\/\n(?:export )?const \w+(?:: [^\n=]+)? = \{\n {2}name: '([\w-]+)'/gm

function code(text: string): string {
  return `\`${text.replaceAll('\n', '⏎')}\``
}
