import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/ports'
import { CHROMIUM_ARGUMENTS, findChromium } from './tests/support/chromium'

// Read in the main process first and again in each worker: both must know the same port.
process.env.E2E_PORT ??= String(await freePort())
const { executablePath, env } = await findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/app-server.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // A machine that is busy for a moment is no fault of the page.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      args: CHROMIUM_ARGUMENTS,
      ...(env && { env: { ...process.env, ...env } }),
    },
  },
  // A journey runs at both widths unless its title says @desktop or @phone, and again without
  // JavaScript where it says @no-javascript.
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, grepInvert: /@phone/ },
    { name: 'phone', use: { viewport: { width: 320, height: 640 }, hasTouch: true }, grepInvert: /@desktop/ },
    {
      name: 'no-javascript',
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
      grep: /@no-javascript/,
    },
  ],
})
