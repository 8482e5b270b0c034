import { z } from 'zod'

const isOnThisMachine = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname)

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be the address of a Postgres database' }),
    NEXTAUTH_URL: z.url({
      protocol: /^https?$/,
      error: 'must be the address people open, such as https://sen.example.org',
    }),
    NEXTAUTH_SECRET: z
      .string('must be set')
      .min(32, 'must be at least 32 characters; make one with: openssl rand -base64 33'),
    /** How many proxies of ours stand in front and add to X-Forwarded-For; 0: the header is not believed. */
    TRUSTED_PROXIES: z.coerce.number('must be a whole number').int().min(0).max(5).default(0),
    /** A private folder in which attached files are kept; not set: they are kept in the database. */
    FILES_DIR: z
      .string()
      .regex(
        /^(\/|[A-Za-z]:\\)/,
        'must be the whole path of a folder, such as /var/lib/track-sen-support/files',
      )
      .optional(),
    /** The mail server; without it mail is caught and can be read in the service (lib/mail). */
    SMTP_URL: z
      .url({
        protocol: /^smtps?$/,
        error: 'must be the address of a mail server, such as smtps://user:password@mail.example.org:465',
      })
      .optional(),
    /** Whom mail is from. */
    MAIL_FROM: z
      .string()
      .regex(
        /^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/,
        'must be an email address, such as SEN team <sen@school.example>',
      )
      .optional(),
    /** Stops the clock, for tests on this machine. */
    CLOCK: z.iso.datetime('must be an instant such as 2026-11-20T09:00:00Z').optional(),
    /** '1': the demo schools and their accounts are in this database. */
    DEMO: z.enum(['0', '1']).default('0'),
  })
  .superRefine((set, context) => {
    if (set.SMTP_URL && !set.MAIL_FROM)
      context.addIssue({
        code: 'custom',
        path: ['MAIL_FROM'],
        message: 'must say whom mail is from, where SMTP_URL is set',
      })
    if (set.CLOCK && !isOnThisMachine(set.NEXTAUTH_URL))
      context.addIssue({
        code: 'custom',
        path: ['CLOCK'],
        message: 'may stop the clock only where NEXTAUTH_URL is this machine',
      })
    if (set.DEMO === '1' && !isOnThisMachine(set.NEXTAUTH_URL))
      context.addIssue({
        code: 'custom',
        path: ['DEMO'],
        message: 'may be 1 only where NEXTAUTH_URL is this machine: its passwords are known to everyone',
      })
  })

export type Env = z.output<typeof schema>

/** Reads the settings, or says in a sentence for each what is wrong with it. */
export function readEnv(
  from: Record<string, string | undefined> = process.env,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(from).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return { ok: true, env: parsed.data }
  return {
    ok: false,
    problems: parsed.error.issues.map(
      (issue) =>
        `${issue.path.join('.')} ${given[String(issue.path[0])] === undefined ? 'is missing: it ' : ''}${issue.message}`,
    ),
  }
}

let read: Env | undefined

/** The settings this process runs with. Checked at start (instrumentation.ts), so here they are right. */
export function env(): Env {
  if (read) return read
  const result = readEnv()
  if (!result.ok) throw new Error(`Settings: ${result.problems.join('; ')}`)
  return (read = result.env)
}
