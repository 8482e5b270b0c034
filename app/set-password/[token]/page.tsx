import { Shell } from '@/components/look/shell'
import { DocumentTitle } from '@/components/look/document-title'
import { PasswordForm } from '@/components/sign-in/password-form'
import { now } from '@/lib/platform/clock'
import { passwordLinkIsOpen } from '@/lib/session/commands'
import { setPassword } from './actions'

type Props = { params: Promise<{ token: string }> }

export default async function SetPasswordPage({ params }: Props) {
  const { token } = await params
  const isOpen = await passwordLinkIsOpen(token, now())
  return (
    <Shell home="/sign-in" variant="family">
      {isOpen ? (
        <PasswordForm action={setPassword.bind(null, token)} />
      ) : (
        <>
          <DocumentTitle>This link cannot be used</DocumentTitle>
          <h1>This link cannot be used</h1>
          <p>
            It has been used already, or it is more than seven days old. Ask the SENCO of the school for a new
            one.
          </p>
          <p>
            <a href="/sign-in">Sign in</a> if you have a password.
          </p>
        </>
      )}
    </Shell>
  )
}
