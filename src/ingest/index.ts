export * from './decode.ts'
export * from './json-lines.ts'
export * from './plain.ts'
export * from './files.ts'
