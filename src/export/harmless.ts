/** Marks that turn the direction of what follows, and may make a text look like another one. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g
/** What a terminal would obey (all but the line feed and the tab), and halves of characters. */
// eslint-disable-next-line no-control-regex
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu

/** A text that can be shown: control characters become their pictures, so that it can neither steer a terminal nor pass for another text. */
export function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(COMMANDS, pictureOf).replace(TURNS, '\ufffd')
}

function pictureOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '\u2421' : '\ufffd'
}

/** The same on one line: whatever parts words becomes a space. */
export function harmlessLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' ')).trim()
}
