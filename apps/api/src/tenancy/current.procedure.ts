import { z } from 'zod'
import { townLanguage } from '../inputs.ts'
import { openProcedure } from '../procedures.ts'
import { findPoolBySlug, textIn } from '../town.ts'

/** What the walls of the portal say: names, texts, services. Nothing of anybody. */
export const currentProcedure = openProcedure
  .input(z.object({ language: townLanguage }).prefault({}))
  .query(({ ctx: { town, isDevelopment }, input }) => {
    const { config } = town
    const lang = input.language
    const [site] = config.sites
    return {
      id: town.id,
      name: config.name,
      institutionName: textIn(config.institutionName, lang),
      institutionUrl: config.institutionUrl,
      kind: config.kind,
      languages: config.languages,
      portal: textIn(config.portal, lang),
      emblem: { url: `/emblema.svg?v=${town.version}`, description: textIn(config.emblem.description, lang) },
      contacts: config.contacts,
      site: site && {
        name: textIn(site.name, lang),
        floor: site.floor && textIn(site.floor, lang),
        address: site.address,
        postalCode: site.postalCode,
        locality: site.locality,
        province: site.province,
        directions: site.directions && textIn(site.directions, lang),
        hasHours: site.openingHours.length > 0,
      },
      services: config.services.map(({ slug, kind, pool, isAnnounced = false, texts }) => ({
        slug,
        kind,
        isAnnounced,
        poolId: pool === undefined ? undefined : findPoolBySlug(town, pool)?.poolId,
        ...textIn(texts, lang),
      })),
      privacyNotice: {
        version: config.privacyNotice.version,
        sections: textIn(config.privacyNotice.texts, lang),
      },
      accessibility: config.accessibility,
      funding: textIn(config.funding, lang),
      isEuFunded: config.isEuFunded,
      isDevelopment,
    }
  })
