export { linkStatements } from './link-statements.ts'
export { readStatements, STATEMENT_RULES, type StatementContext } from './read-statements.ts'
export type { StatementRule } from './rule.ts'
export { openStatementWords, type StatementWords } from './statement-words.ts'
