/** The parts of WebAssembly that are used here; no type library of ours names them. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
}

interface Wasm {
  readonly Memory: new (limits: { initial: number; maximum: number }) => WasmMemory
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

const wasm = (globalThis as unknown as { readonly WebAssembly?: Wasm }).WebAssembly

/** Memory of so many megabytes that kernels can share. */
export function wasmMemory(megabytes: number): WasmMemory {
  if (!wasm) return { buffer: new ArrayBuffer(megabytes * 1024 * 1024) }
  return new wasm.Memory({ initial: megabytes * 16, maximum: 32768 })
}

/** The functions of a module that works in this memory; undefined where the machine cannot run it. */
export function wasmExports(base64: string, memory: WasmMemory): object | undefined {
  if (!wasm) return undefined
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const abort = (): never => {
    throw new Error('kernel aborted')
  }
  try {
    const module = new wasm.Module(bytes)
    return new wasm.Instance(module, { env: { memory, abort } }).exports
  } catch {
    // An engine without SIMD refuses the module: the scalar kernels give the same bytes.
    return undefined
  }
}
