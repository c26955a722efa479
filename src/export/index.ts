export * from './csv.ts'
export * from './html.ts'
export * from './ndjson.ts'
export * from './text.ts'
