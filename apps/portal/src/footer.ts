import type { SiteFooterContent } from '@officine/ui/site-footer'
import type { Messages } from './messages/it.ts'
import { paths } from './paths.ts'
import { isAnythingBookable, type Town } from './town.ts'

/** The footer of a town: whose it is, how to reach it, who pays, and the pages the law asks for. */
export function footerOf(town: Town, words: Messages['shell']): SiteFooterContent {
  const { contacts, accessibility } = town
  const { phone, email, pec } = contacts
  const desk = {
    label: town.site?.hasHours === false ? words.whereWeAre : words.comeToDesk,
    href: `${paths.home()}#dove`,
  }
  return {
    title: town.portal.officeName,
    lines: [town.institutionName, ...placeLines(town)],
    columns: [
      {
        title: words.contacts,
        links: [
          ...(phone ? [{ label: words.phone(phone), href: phoneHref(phone) }] : []),
          ...(email ? [{ label: email, href: `mailto:${email}` }] : []),
          ...(pec ? [{ label: words.pec(pec), href: `mailto:${pec}` }] : []),
          desk,
        ],
      },
      {
        title: words.help,
        links: [
          { label: words.questions, href: paths.questions(), element: 'faq' },
          ...(isAnythingBookable(town) ? [{ label: words.howAssigned, href: paths.rules() }] : []),
          {
            label: words.report,
            href: email ? `mailto:${email}?subject=${encodeURIComponent(words.report)}` : desk.href,
            element: 'report-inefficiency',
          },
        ],
      },
    ],
    funding: town.isEuFunded
      ? { european: { flag: words.euFlag, statement: words.euStatement }, others: words.funders }
      : { others: [town.funding] },
    legal: {
      label: words.legal,
      links: [
        { label: words.privacy, href: paths.privacy(), element: 'privacy-policy-link' },
        {
          label: words.accessibility,
          href: accessibility.declarationUrl ?? paths.accessibility(),
          element: 'accessibility-link',
        },
        { label: words.legalNotes, href: paths.legalNotes(), element: 'legal-notes' },
      ],
    },
  }
}

/** Where the workshop is, a line for each part of its address. */
export function placeLines({ site }: Town): readonly string[] {
  if (!site) return []
  return [site.name, site.address, `${site.postalCode} ${site.locality} (${site.province})`]
}

/** `tel:` wants digits only, spaces are for people. */
export function phoneHref(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
