'use client'

import { Icons } from '@/components/look/icons'
import { FIRST_PAGE, SERVICE } from '@/components/look/service'
import { ServiceProblem } from '@/components/look/service-problem'
import './styles/app.scss'

/** The same, where not even the frame of the page could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>{`Sorry, there is a problem with the service - ${SERVICE}`}</title>
        <Icons />
        <div className="shell">
          <header className="bar">
            <div className="wrap">
              <div className="bar-top">
                <a className="brand" href={FIRST_PAGE}>
                  {SERVICE}
                </a>
              </div>
            </div>
          </header>
          <main id="main" className="wrap">
            <ServiceProblem error={error} retry={retry} />
          </main>
        </div>
      </body>
    </html>
  )
}
