import type { Spot } from '../incidents/spots.ts'
import { countries, type Countries } from './atlas.ts'
import { projectionOf, type Camera, type Size } from './camera.ts'
import { drawCounts, drawLand, drawSpots, type Inks } from './draw.ts'

/** What is to be seen on a map. */
export interface Scene {
  readonly camera: Camera
  readonly spots: readonly Spot[]
  readonly isMoving: boolean
}

/** Paints a map on a canvas: rough land at once, fine land a stretch at a time as soon as it rests. */
export function openPainter(canvas: HTMLCanvasElement): {
  paint(scene: Scene): void
  size(): Size
  close(): void
} {
  const [sheet, ground] = [canvas, document.createElement('canvas')].map((one) =>
    one.getContext('2d'),
  )
  let frame = 0
  /** The scene that was asked for last: land that comes late paints no older one over it. */
  let wanted: Scene | undefined
  const size = (): Size => [canvas.clientWidth || 1, canvas.clientHeight || 1]
  const paint = async (scene: Scene): Promise<void> => {
    wanted = scene
    const atlas = await countries(scene.isMoving ? 'rough' : 'fine').catch(() => NOTHING)
    if (wanted !== scene) return
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (!sheet || !ground) return
      const [projection, inks] = [projectionOf(scene.camera, size()), inksOf(canvas)]
      blank(ground, inks, size())
      const draw = drawLand(ground, inks, projection)
      const go = (from: number): void => {
        const next = draw(atlas, from)
        if (next < atlas.features.length) {
          frame = requestAnimationFrame(() => go(next))
          return
        }
        blank(sheet, inks, size())
        sheet.drawImage(ground.canvas, 0, 0, ...size())
        drawSpots(sheet, scene.spots, { projection, inks })
        drawCounts(sheet, scene.spots, { projection, inks })
      }
      go(0)
    })
  }
  return { size, paint: (scene) => void paint(scene), close: () => cancelAnimationFrame(frame) }
}

function blank(context: CanvasRenderingContext2D, { sea }: Inks, [width, height]: Size): void {
  const ratio = window.devicePixelRatio || 1
  context.canvas.width = width * ratio
  context.canvas.height = height * ratio
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.fillStyle = sea
  context.fillRect(0, 0, width, height)
}

const NOTHING: Countries = { type: 'FeatureCollection', features: [] }

/** The canvas's own style carries the colours, so that a change of scheme is followed. */
function inksOf(canvas: HTMLCanvasElement): Inks {
  const style = getComputedStyle(canvas)
  return {
    sea: style.backgroundColor,
    land: style.borderTopColor,
    coast: style.outlineColor,
    area: style.color,
    ink: style.caretColor,
  }
}
