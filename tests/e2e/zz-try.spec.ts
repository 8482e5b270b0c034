import { expect, test } from '@playwright/test'
test('try @no-javascript', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(process.env.DATABASE_SUPER_URL).toMatch(/postgres/)
  expect(await page.evaluate(() => innerWidth)).toBeGreaterThan(300)
})
