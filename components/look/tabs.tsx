'use client'

import { usePathname } from 'next/navigation'
import { currentTab, type Tab } from './tab'

/** The pages of the bar; the open one is marked for eyes and for screen readers. */
export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const open = currentTab(tabs, usePathname())
  return (
    <nav aria-label="Main">
      <ul className="tabs">
        {tabs.map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={open?.href === href ? open.is : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
