export { parseCodebook, type Codebook, type Country, type Kind, type KindClass } from './parse.ts'
