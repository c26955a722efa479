import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readItems, type Item } from '../../../src/ingest/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'ascribe-'))
let made = 0

/** What a file becomes: its texts, and its errors without the name of the folder. */
async function ingest(name: string, content: string | Uint8Array): Promise<string[]> {
  const own = join(folder, String((made += 1)))
  mkdirSync(own)
  writeFileSync(join(own, name), content)
  return show(join(own, name), own)
}

async function show(path: string, own: string): Promise<string[]> {
  const shown: string[] = []
  for await (const item of readItems(path)) shown.push(showItem(item).replace(`${own}/`, ''))
  return shown
}

function showItem(item: Item): string {
  return 'error' in item ? item.error.message : `“${item.report.text}”`
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('encodings:', () => {
  test('a byte order mark is no part of the text', async () => {
    expect(await ingest('a.txt', '\ufeffA bomb.')).toEqual(['“A bomb.”'])
    expect(await ingest('a.json', '\ufeff{"text":"A bomb."}')).toEqual(['“A bomb.”'])
    expect(await ingest('a.ndjson', '\ufeff{"text":"A."}\n{"text":"B."}')).toEqual(['“A.”', '“B.”'])
  })

  test.each(['le', 'be'] as const)('UTF-16 (%s) with a mark is read', async (order) => {
    expect(await ingest('a.txt', utf16('A café.', order))).toEqual(['“A café.”'])
    const lines = utf16('{"text":"A café."}\r\n{"text":"B."}\n', order)
    expect(await ingest('a.ndjson', lines)).toEqual(['“A café.”', '“B.”'])
  })

  test('other bytes are named with their offset and line', async () => {
    const latin = Buffer.from('One.\nA caf\xe9 was hit.', 'latin1')
    expect(await ingest('a.txt', latin)).toEqual([
      'a.txt: not UTF-8: byte 0xe9 at offset 10 (line 2)',
    ])
    const cut = Buffer.from('A café').subarray(0, -1)
    expect(await ingest('a.txt', cut)).toEqual(['a.txt: not UTF-8: byte 0xc3 at offset 5 (line 1)'])
    const lines = Buffer.from('{"text":"One."}\n{"text":"caf\xe9"}\n{"text":"Three."}', 'latin1')
    expect(await ingest('a.ndjson', lines)).toEqual([
      '“One.”',
      'a.ndjson line 2: not UTF-8: byte 0xe9 at offset 28 (line 2)',
      '“Three.”',
    ])
  })

  test('what is no text is named', async () => {
    const bare = Buffer.from('A bomb.', 'utf16le')
    expect(await ingest('a.txt', bare)).toEqual([
      'a.txt: not text but UTF-16 without a byte order mark, it seems',
    ])
    expect(await ingest('a.txt', Uint8Array.of(0x61, 0, 0, 0))).toEqual([
      'a.txt: not text but binary (a zero byte at offset 1)',
    ])
    expect(await ingest('a.pdf', '%PDF-1.7\n…')).toEqual(['a.pdf: not text but a PDF file'])
    expect(await ingest('a.docx', 'PK\u0003\u0004')).toEqual([
      'a.docx: not text but a zip archive (DOCX and ODT are such)',
    ])
    expect(await ingest('a.txt', '<!DOCTYPE html><p>A bomb.')).toEqual([
      'a.txt: not text but a web page',
    ])
  })
})

describe('JSON:', () => {
  test.each([
    ['{"text": x}', 'line 1, column 10: not a JSON value'],
    ['{\n  "text": "A.",\n}', 'line 3, column 1: a key in double quotes is missing'],
    ['{"text":"A."', 'line 1, column 13: a closing } is missing'],
    ['{\n"text":"A\n."}', 'line 2, column 8: the string that begins here does not end'],
    ['{"text":"A."} {"text":"B."}', 'line 1, column 15: more follows after the value'],
  ])('%j is broken at a place', async (text, place) => {
    expect(await ingest('a.json', text)).toEqual([`a.json: broken JSON at ${place}`])
  })

  test('in NDJSON the line is named once', async () => {
    expect(await ingest('a.ndjson', '{"text":"One."}\r\n\r\n{"text":}\r\n')).toEqual([
      '“One.”',
      'a.ndjson line 3: broken JSON at column 9: a value is missing',
    ])
  })

  test('deep nesting does not overthrow the parser', async () => {
    expect(await ingest('a.json', '['.repeat(1_000_000))).toEqual(['a.json: broken JSON'])
    const deep = `{"x":${'['.repeat(1e5)}${']'.repeat(1e5)},"text":"A."}`
    expect(await ingest('a.ndjson', deep)).toEqual(['“A.”'])
  })

  test('a file may hold a list', async () => {
    expect(await ingest('a.json', '[{"text":"One."},{"title":"x"}]')).toEqual([
      '“One.”',
      'a.json item 2: text is missing',
    ])
    expect(await ingest('a.json', '[]')).toEqual(['a.json: an empty list'])
  })

  test.each([
    ['{"title":"x"}', 'text is missing'],
    ['{"text":""}', 'text is empty'],
    ['{"text":" \\n"}', 'text is empty'],
    ['{"text":5}', 'text must be a string, is a number'],
    ['{"text":null}', 'text must be a string, is null'],
    ['{"text":["A."]}', 'text must be a string, is a list'],
    [
      '{"text":"A.","outlet":{},"id":7}',
      'id must be a string, is a number; outlet must be a string, is an object',
    ],
    ['{"text":"A.","id":""}', 'id is empty'],
    ['"A."', 'a report is an object, this is a string'],
    ['[]', 'a report is an object, this is a list'],
    ['null', 'a report is an object, this is null'],
    [
      '{"text":"A.","publishedAt":"2024-02-31"}',
      /publishedAt must be a day of the calendar .*, is "2024-02-31"/,
    ],
    ['{"text":"A.","publishedAt":"2023-02-29"}', /publishedAt must be a day of the calendar/],
    ['{"text":"A.","updatedAt":"soon"}', /updatedAt must be a day of the calendar .*, is "soon"/],
    ['{"text":"A.","publishedAt":20240304}', 'publishedAt must be a string, is a number'],
  ])('%s is refused', async (line, reason) => {
    const [said] = await ingest('a.ndjson', line)
    if (typeof reason === 'string') expect(said).toBe(`a.ndjson line 1: ${reason}`)
    else expect(said).toMatch(reason)
  })

  test.each([
    '2024-02-29',
    '2024-03-04T09:30',
    '2024-03-04T09:30:00Z',
    '2024-03-04T09:30:00+04:30',
  ])('%s is a date', async (day) => {
    expect(await ingest('a.json', JSON.stringify({ text: 'A.', publishedAt: day }))).toEqual([
      '“A.”',
    ])
  })
})

describe('bare text:', () => {
  test('a header dates it and is no part of it; a day that is none is refused', async () => {
    expect(await ingest('a.txt', 'date 2024-03-06 A bomb.')).toEqual(['“A bomb.”'])
    expect((await ingest('a.txt', 'date 2024-02-31\nA bomb.'))[0]).toMatch(
      /^a\.txt: publishedAt must be a day of the calendar .*, is "2024-02-31"$/,
    )
  })

  test('nothing is an empty report', async () => {
    expect(await ingest('a.txt', '')).toEqual(['a.txt: empty report'])
    expect(await ingest('a.txt', ' \n\t')).toEqual(['a.txt: empty report'])
    expect(await ingest('a.txt', 'date 2024-03-06\n')).toEqual(['a.txt: empty report'])
    expect(await ingest('a.json', '')).toEqual(['a.json: empty file'])
    expect(await ingest('a.ndjson', '\n \n')).toEqual(['a.ndjson: empty file'])
  })
})

describe('size:', () => {
  test('a line of 50 MB is dropped as it comes, the next is read', async () => {
    const long = Buffer.concat([Buffer.alloc(50_000_000, 0x61), Buffer.from('\n{"text":"Next."}')])
    expect(await ingest('a.ndjson', long)).toEqual([
      'a.ndjson line 1: 50000000 bytes; the most that is read as one report is 16777216',
      '“Next.”',
    ])
  })

  test('a file or text that is too long is refused', async () => {
    expect((await ingest('a.txt', Buffer.alloc(17 * 2 ** 20, 0x61)))[0]).toBe(
      'a.txt: more than 16777216 bytes, the most that is read as one report',
    )
    expect((await ingest('a.txt', 'a'.repeat(3 * 2 ** 20)))[0]).toBe(
      'a.txt: text is longer than 2097152 characters',
    )
  })
})

describe('folders:', () => {
  const root = join(folder, 'root')
  mkdirSync(join(root, 'b', 'deep'), { recursive: true })
  mkdirSync(join(root, '.git'))
  mkdirSync(join(root, 'empty'))
  writeFileSync(join(root, 'a.TXT'), 'One.')
  writeFileSync(join(root, 'b', 'c.json'), '{"text":"Two."}')
  writeFileSync(join(root, 'b', 'deep', 'd.jsonl'), '{"text":"Three."}')
  writeFileSync(join(root, 'picture.png'), Uint8Array.of(0x89))
  writeFileSync(join(root, '.git', 'x.txt'), 'hidden')

  test('all readable files below are read in order of name, hidden ones are not', async () => {
    expect(await show(root, root)).toEqual(['“One.”', '“Two.”', '“Three.”'])
  })

  test('a folder without any says so', async () => {
    const none = /no report in this folder \(looked for \.txt, \.json, \.ndjson, \.jsonl\)$/
    expect((await show(join(root, 'empty'), root))[0]).toMatch(none)
    mkdirSync(join(root, 'empty', 'inner'))
    writeFileSync(join(root, 'empty', 'inner', 'x.png'), 'x')
    expect((await show(join(root, 'empty'), root))[0]).toMatch(none)
  })

  test('links that lead round or nowhere are said, the rest is read', async () => {
    const own = join(folder, 'links')
    mkdirSync(join(own, 'in'), { recursive: true })
    writeFileSync(join(own, 'in', 'z.txt'), 'One.')
    symlinkSync(own, join(own, 'in', 'back'))
    symlinkSync(join(own, 'self.txt'), join(own, 'self.txt'))
    symlinkSync(join(own, 'gone'), join(own, 'gone.txt'))
    expect(await show(own, own)).toEqual([
      'gone.txt: no such file or folder',
      'in/back: a link back to a folder that it lies in: not followed',
      '“One.”',
      'self.txt: a link that leads round in a circle',
    ])
  })

  test('what is not there is said', async () => {
    expect(await show(join(root, 'no.txt'), root)).toEqual(['no.txt: no such file or folder'])
  })
})

// This file can be opened, and fails as soon as it is read, by whomever.
test.skipIf(process.platform !== 'linux')(
  'a file that breaks while it is read is said',
  async () => {
    expect((await show('/proc/self/mem', '/proc'))[0]).toMatch(/^self\/mem: could not be read: EIO/)
  },
)
