import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { Icons } from '@/components/look/icons'
import './styles/app.scss'

// Every page is about somebody signed in, and carries a nonce of its own: nothing is made in advance.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { themeColor: '#5b2350' }

const TYPEFACE = '/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2'

/** The frame of every page: the typeface, the way past the bar, and the sheet of shapes. Each page brings its own shell. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <link rel="preload" href={TYPEFACE} as="font" type="font/woff2" crossOrigin="anonymous" />
      </head>
      <body>
        <a href="#main" className="govuk-skip-link">
          Skip to main content
        </a>
        <Icons />
        {children}
      </body>
    </html>
  )
}
