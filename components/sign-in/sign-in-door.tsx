import { Shell } from '@/components/look/shell'
import { SERVICE } from '@/components/look/service'

type Props = {
  /** Where the form is posted, plainly. */
  action: string
  csrfToken: string
  /** Why the last try did not work; the same for a wrong address and a wrong password. */
  error?: string | undefined
  /** The address of the last try, so that it need not be typed again. */
  email?: string | undefined
  /** Where to go afterwards. */
  callbackUrl?: string | undefined
  /** Good news that led here: signed out, or a password set. */
  note?: string | undefined
}

// The year's three conversations: two held, the third now.
function ThreeMarks() {
  return (
    <svg viewBox="0 0 920 72" role="img" aria-label="Three marks on a line: autumn, spring and summer">
      <path className="door-line" d="M34 36H886" strokeWidth="6" />
      <circle className="door-held" cx="34" cy="36" r="34" />
      <circle className="door-held" cx="460" cy="36" r="34" />
      <path className="door-tick" d="M19 37l10 11 21-23M445 37l10 11 21-23" strokeWidth="6" />
      <circle className="door-next" cx="886" cy="36" r="31" strokeWidth="6" />
      <circle className="door-now" cx="886" cy="36" r="13" />
    </svg>
  )
}

function SignInForm({ action, csrfToken, error, email, callbackUrl }: Props) {
  const described = error ? 'sign-in-error' : undefined
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      {callbackUrl && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
      {error && (
        <div className="govuk-error-summary" role="alert" tabIndex={-1} autoFocus>
          <h2 className="govuk-error-summary__title">There is a problem</h2>
          <ul className="govuk-error-summary__list">
            <li>
              <a href="#email" id="sign-in-error">
                {error}
              </a>
            </li>
          </ul>
        </div>
      )}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="email">
          Email address
        </label>
        <input
          className="govuk-input"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          defaultValue={email}
          aria-describedby={described}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="password">
          Password
        </label>
        <input
          className="govuk-input"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          aria-describedby={described}
        />
      </div>
      <button className="govuk-button">Sign in</button>
    </form>
  )
}

/** The way in: one form for everybody, and beside it, in plain words, what families need to know. */
export function SignInDoor(props: Props) {
  return (
    <Shell home="/sign-in">
      <title>{`${props.error ? 'Error: ' : ''}Sign in - ${SERVICE}`}</title>
      <div className="door">
        <header>
          <ThreeMarks />
          <p className="lead soft last">
            Every pupil with SEN support. Every term, a proper conversation with home.
          </p>
        </header>
        <div>
          <h1>Sign in</h1>
          {props.note && (
            <p className="govuk-inset-text" role="status">
              {props.note}.
            </p>
          )}
          <SignInForm {...props} />
          <p className="small soft">Forgotten your password? Ask your school’s SENCO.</p>
        </div>
        <section className="card now">
          <h2>Parent, carer or young person?</h2>
          <p>
            Sign in here too, with the email address that school has for you. You will see the plan, the
            review date and the meetings.
          </p>
          <p>No password yet, or it does not work? Ring the school office and ask for the SENCO.</p>
        </section>
      </div>
    </Shell>
  )
}
