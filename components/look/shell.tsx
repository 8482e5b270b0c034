import type { ReactNode } from 'react'
import { SERVICE } from './service'
import type { Tab } from './tab'
import { Tabs } from './tabs'

type SignOut = {
  /** An address that takes a plain POST, or a server action. */
  action: string | ((data: FormData) => void | Promise<void>)
  csrfToken?: string | undefined
}

type Props = {
  /** Staff get density, the phone is a teacher between lessons, a family one roomy column. */
  variant?: 'staff' | 'phone' | 'family'
  home: string
  schoolName?: string
  /** Who is signed in, with the role where staff need it: "Ruth Adeyemi, SENCO". */
  person?: string
  /** Marks the page as this member's, so that what one person typed is never given to the next. */
  whose?: string
  signOut?: SignOut
  /** Where else this person has pages: another school, their own children. */
  elsewhere?: readonly { href: string; label: string }[]
  tabs?: readonly Tab[]
  foot?: ReactNode
  children: ReactNode
}

// Two conversations held and the third to come.
function BrandMark() {
  return (
    <svg width="52" height="16" viewBox="0 0 52 16" aria-hidden="true">
      <path className="brand-line" d="M8 8h36" strokeWidth="2.5" />
      <circle cx="8" cy="8" r="6" fill="currentColor" />
      <circle cx="26" cy="8" r="6" fill="currentColor" />
      <circle className="brand-next" cx="44" cy="8" r="6" strokeWidth="3" />
    </svg>
  )
}

function SignOutForm({ action, csrfToken }: SignOut) {
  return (
    <form className="bar-out" method={typeof action === 'string' ? 'post' : undefined} action={action}>
      {csrfToken && <input type="hidden" name="csrfToken" value={csrfToken} />}
      <button className="link">Sign out</button>
    </form>
  )
}

/** The plum bar with its tabs, the page, and the foot. The skip link of the root layout lands in `main`. */
export function Shell({
  variant = 'staff',
  home,
  schoolName,
  person,
  whose,
  signOut,
  elsewhere = [],
  tabs,
  foot,
  children,
}: Props) {
  return (
    <div className={variant === 'staff' ? 'shell' : `shell ${variant}`}>
      {whose && <meta name="whose-page" content={whose} />}
      <header className="bar">
        <div className="wrap">
          <div className="bar-top">
            <a className="brand" href={home}>
              <BrandMark />
              {SERVICE}
            </a>
            {schoolName && <span className="bar-school">{schoolName}</span>}
            {person && <span className="bar-person">{person}</span>}
            {elsewhere.length > 0 && (
              <nav className="bar-elsewhere" aria-label="Your other pages">
                {elsewhere.map(({ href, label }) => (
                  <a key={href} href={href}>
                    {label}
                  </a>
                ))}
              </nav>
            )}
            {signOut && <SignOutForm {...signOut} />}
          </div>
          {tabs && tabs.length > 0 && <Tabs tabs={tabs} />}
        </div>
      </header>
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        <div className="wrap">{foot ?? <p>{schoolName ? `${SERVICE} at ${schoolName}` : SERVICE}</p>}</div>
      </footer>
    </div>
  )
}
