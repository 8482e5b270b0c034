import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's command line looks for a native schema engine that is fetched from a host of its own.
// The same engine is on npm as WebAssembly; this program answers in its place, so that nothing
// is fetched and a school without internet can migrate too. See scripts/prisma/schema-engine.mjs.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
  new URL('./scripts/prisma/schema-engine.mjs', import.meta.url),
)

// `prisma generate` opens no database, but the configuration wants an address all the same.
const NO_DATABASE = 'postgresql://nobody@localhost:1/none'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'tsx --conditions=react-server prisma/seed.ts' },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? NO_DATABASE },
})
