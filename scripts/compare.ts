/** What is read, with `+` before lines that are not expected; then with `-` what is expected and not read. */
export function compare(expected: string, shown: string): string {
  const [wanted, found] = [expected.split('\n'), shown.split('\n')]
  return [
    ...found.map((line) => `${wanted.includes(line) ? ' ' : '+'} ${line}`),
    ...wanted.filter((line) => !found.includes(line)).map((line) => `- ${line}`),
  ].join('\n')
}
