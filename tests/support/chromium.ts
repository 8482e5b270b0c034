import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from '@playwright/test'
import { DATA_FOLDER } from '@/scripts/project'

/** A browser to test in; `env` where it needs libraries that came with it. */
export type Chromium = { executablePath: string; env?: Record<string, string> }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC_PLACES = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

/**
 * A Chromium on this machine: the one named in CHROMIUM_PATH, the system's, Playwright's own, or the
 * one that came with npm, which needs nothing else to be installed (Linux on x64).
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return { executablePath: named }
    throw new Error(`CHROMIUM_PATH names a file that is not there: ${named}`)
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  const found = [...onPath, ...MAC_PLACES, chromium.executablePath()].find(
    (place) => place !== '' && existsSync(place),
  )
  if (found) return { executablePath: found }
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm()
  throw new Error(
    'There is no Chromium for the browser tests: install Chrome or Chromium, or name one in CHROMIUM_PATH.',
  )
}

// A machine without a screen may have no fonts at all.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

/** Unpacks the Chromium of @sparticuz/chromium once, into .data, with the libraries and fonts it brings. */
export async function chromiumFromNpm(): Promise<Chromium> {
  const root = path.resolve(
    path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
    '../..',
  )
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const folder = path.join(DATA_FOLDER, `chromium-${version}`)
  if (!existsSync(folder)) await unpack(path.join(root, 'bin'), folder)
  const libraries = [path.join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  }
}

async function unpack(from: string, folder: string) {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  const read = (name: string) => [createReadStream(path.join(from, name)), createBrotliDecompress()] as const
  const unpackTar = async (name: string) => {
    const archive = path.join(unfinished, name)
    await pipeline(...read(name), createWriteStream(archive))
    execFileSync('tar', ['-x', '--no-same-owner', '-f', archive, '-C', unfinished])
    rmSync(archive)
  }
  await Promise.all([
    pipeline(...read('chromium.br'), createWriteStream(path.join(unfinished, 'chromium'), { mode: 0o755 })),
    ...['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map(unpackTar),
  ])
  writeFileSync(path.join(unfinished, 'fonts.conf'), FONTS)
  // Another run may have been quicker; its copy is as good.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
}

/** What Chromium is started with: quiet, without a screen, and without a sandbox where root may not have one. */
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
]
