export { showReading, showWholeReading } from './show-reading.ts'
export { writeCase } from './write-case.ts'
