import { test as base } from '@playwright/test'
import { encode } from 'next-auth/jwt'
import { aSession } from '@/tests/factories'

type Member = { personId: string }

/**
 * Signs a person in without the sign-in page: a live session, and the cookie next-auth would have set.
 * Whatever a page says on the console as an error fails the test.
 */
export const test = base.extend<{
  signIn: (member: Member, at?: Date) => Promise<void>
  quietConsole: undefined
}>({
  signIn: async ({ context, baseURL }, use) => {
    await use(async (member, at) => {
      const sid = await aSession(member, at)
      const secret = process.env.NEXTAUTH_SECRET ?? ''
      const value = await encode({ token: { sub: member.personId, sid }, secret, maxAge: 60 * 60 })
      await context.addCookies([{ name: 'next-auth.session-token', value, url: baseURL ?? '' }])
    })
  },
  quietConsole: [
    async ({ page }, use) => {
      const said: string[] = []
      page.on('console', (message) => {
        // a page that is not there says so in the console too; the test looks at the status itself
        if (message.type() === 'error' && !message.text().includes('status of 4')) said.push(message.text())
      })
      page.on('pageerror', (error) => said.push(error.message))
      await use(undefined)
      base.expect(said).toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
