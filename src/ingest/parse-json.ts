import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser'
import { AscribeError } from '../base/errors.ts'

/** A JSON value; throws `bad-input` with line (unless `where` names it), column and reason. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const place = /\bline \d+$/.test(where) ? 'column' : 'line and column'
    throw new AscribeError('bad-input', `${where}: broken JSON${findFault(text, place)}`, { cause })
  }
}

/** What the parser's codes mean to somebody who wrote a record by hand or by script. */
const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'not a JSON value',
  InvalidNumberFormat: 'not a number of JSON',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'more follows after the value',
  InvalidCommentToken: 'a comment',
  UnexpectedEndOfComment: 'a comment',
  UnexpectedEndOfString: 'the string that begins here does not end',
  UnexpectedEndOfNumber: 'the number is cut off',
  InvalidUnicode: 'an escape \\u without four digits',
  InvalidEscapeCharacter: 'an escape that JSON does not know',
  InvalidCharacter: 'a control character in a string',
}

/** Line, column and reason of the first fault: the built-in parser does not always say them. */
function findFault(text: string, say: 'column' | 'line and column'): string {
  const fault = firstFault(text)
  if (!fault) return ''
  const lines = text.slice(0, fault.offset).split('\n')
  const column = `column ${(lines.at(-1)?.length ?? 0) + 1}`
  const place = say === 'column' ? column : `line ${lines.length}, ${column}`
  return ` at ${place}: ${REASONS[printParseErrorCode(fault.error)] ?? 'not JSON'}`
}

function firstFault(text: string): ParseError | undefined {
  const faults: ParseError[] = []
  try {
    parse(text, faults, { disallowComments: true, allowTrailingComma: false })
  } catch {
    return undefined // nested deeper than the parser can go: there is no place to name
  }
  return faults[0]
}
