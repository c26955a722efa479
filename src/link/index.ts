export { areCopies, copyKeys, COPY } from './origins/near-copies.ts'
export { likeness, sketchText, type TextSketch } from './origins/text-sketch.ts'
