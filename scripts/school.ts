// npm run school -- --urn 999009 --name "Hill Primary" --phase primary --senco-first-name Ada --senco-last-name Field --senco-email ada@hill.example
// Sets up a school in the database of DATABASE_OWNER_URL and prints the link with which its SENCO sets a password.
import { parseArgs } from 'node:util'
import { createSchool, newSchool } from './school/create'

const { values } = parseArgs({
  options: {
    urn: { type: 'string' },
    name: { type: 'string' },
    phase: { type: 'string' },
    'senco-first-name': { type: 'string' },
    'senco-last-name': { type: 'string' },
    'senco-email': { type: 'string' },
  },
})

const parsed = newSchool.safeParse({
  urn: values.urn,
  name: values.name,
  phase: values.phase,
  sencoGivenName: values['senco-first-name'],
  sencoFamilyName: values['senco-last-name'],
  sencoEmail: values['senco-email'],
})
const ownerUrl = process.env.DATABASE_OWNER_URL
const problems = [
  ...(parsed.error?.issues.map(({ message }) => message) ?? []),
  ...(ownerUrl ? [] : ['Set DATABASE_OWNER_URL to the address of the database, signing in as its owner.']),
]

if (!parsed.success || !ownerUrl) {
  for (const problem of problems) console.error(problem)
  process.exitCode = 2
} else {
  try {
    const made = await createSchool(ownerUrl, parsed.data, new Date())
    console.log(`${parsed.data.name} is set up at /schools/${made.slug}.`)
    console.log(
      `Give its SENCO this link to set a password, good for seven days: ${process.env.NEXTAUTH_URL ?? ''}/set-password/${made.passwordToken}`,
    )
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
