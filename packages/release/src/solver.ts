import highsModule from 'highs'
import type { Highs, Model } from 'highs'

// highs 1.15 declares a CommonJS module with a `default` property, and its ES module exports the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default

let loading: Promise<Highs> | undefined

/** HiGHS as WebAssembly, compiled once a process; every call after that is synchronous and single-threaded. */
export function loadSolver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}

/** An empty model that always takes the same path: no log, no presolve, no limit in seconds. */
export function emptyModel(highs: Highs): Model {
  const model = highs.createModel()
  // Presolve would throw away the basis that makes the next solve of the same block cheap.
  model.options.set({ output_flag: false, presolve: 'off', mip_rel_gap: 0, mip_abs_gap: 0.5 })
  return model
}
