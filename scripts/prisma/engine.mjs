import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { databaseFactory } from './adapter.mjs'

const require = createRequire(import.meta.url)

/** Where the engine leaves the words of a panic, so that they are not lost behind "unreachable". */
function listenForPanics() {
  const registry = {
    message: '',
    get: () => registry.message,
    set_message: (text) => (registry.message = `RuntimeError: ${text}`),
  }
  globalThis.PRISMA_WASM_PANIC_REGISTRY = registry
}

/** Reads Prisma's schema engine from its npm package and wires it to the JavaScript beside it. */
function loadEngine() {
  listenForPanics()
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  const program = new WebAssembly.Module(readFileSync(file))
  const wanted = WebAssembly.Module.imports(program).map(({ module }) => [module, glue])
  const { exports } = new WebAssembly.Instance(program, Object.fromEntries(wanted))
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
}

/** The version of the engine, as `prisma version` shows it. */
export function engineVersion() {
  loadEngine()
  return glue.version()
}

/** Prisma's schema engine over one database; `datamodels` are pairs of a path and its text. */
export async function openEngine({ datasource, datamodels }) {
  loadEngine()
  const databases = bindMigrationAwareSqlAdapterFactory(databaseFactory(datasource))
  const ignoreLog = () => undefined
  return glue.SchemaEngine.new({ datamodels }, ignoreLog, databases)
}
