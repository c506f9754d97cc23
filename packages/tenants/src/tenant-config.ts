import type { LocalDay, LocalTime, TenantRules } from '@officine/domain/rules/tenant-rules'
import type { TenantId } from '@officine/domain/tenant-id'

/** Languages that every town speaks: Italian by law, English by the product. */
export type BaseLanguage = 'it' | 'en'
/** Languages that a town may add. */
export type Language = BaseLanguage | 'de' | 'es' | 'fr' | 'ro' | 'uk'
/** A text in each of the town's languages: a missing one does not compile. */
export type Texts<L extends Language = BaseLanguage> = Readonly<Record<L, string>>

/** Colours as `#rrggbb`; contrasts are checked, see tenant-checks. */
export interface Theme {
  /** Links, primary buttons, the chosen thing. */
  readonly accent: string
  /** The slim bar, the footer, hover. */
  readonly accentDark: string
  /** Behind a selection or a callout. */
  readonly accentTint: string
  /** Drawings only. */
  readonly accentMid: string
}

/** Opening times on ISO weekdays (Monday 1 … Sunday 7), half-open and in local time. */
export interface OpeningHours {
  readonly days: readonly number[]
  readonly periods: readonly (readonly [LocalTime, LocalTime])[]
}

export interface Site<L extends Language = BaseLanguage> {
  readonly slug: string
  readonly name: Texts<L>
  readonly floor?: Texts<L>
  readonly address: string
  readonly postalCode: string
  readonly locality: string
  /** Two letters, as on number plates. */
  readonly province: string
  /** WGS 84, decimal degrees. */
  readonly coordinates: { readonly latitude: number; readonly longitude: number }
  readonly directions?: Texts<L>
  /** Empty as long as none are published: the portal then says neither open nor shut. */
  readonly openingHours: readonly OpeningHours[]
}

/** Days on which a site is shut, both ends included; without `site`, the whole town's workshop is. */
export interface Closure<L extends Language = BaseLanguage> {
  readonly from: LocalDay
  readonly to: LocalDay
  readonly site?: string
  readonly because: Texts<L>
}

/** One numbered place. `x` and `y` are its cell on the drawing's grid, from 0 at the top left. */
export interface Unit {
  readonly number: number
  readonly label: string
  readonly isAccessible: boolean
  readonly x: number
  readonly y: number
}

/** What the citizen is told of a pool whose rules stand in `rules.pools` under the same slug. */
export interface PoolPresentation<L extends Language = BaseLanguage> {
  readonly slug: string
  readonly site: string
  readonly name: Texts<L>
  readonly description: Texts<L>
  readonly equipment: Readonly<Record<L, readonly string[]>>
  readonly units: readonly Unit[]
}

export type ServiceKind = 'seats' | 'room' | 'desk' | 'activity' | 'information'

/** The parts of a service sheet, in the order of the model for municipal sites. */
export interface ServiceTexts {
  readonly title: string
  readonly summary: string
  readonly audience: string
  readonly howTo: string
  readonly needed: string
  readonly obtained: string
  readonly timing: string
  readonly cost: string
}

export interface Service<L extends Language = BaseLanguage> {
  readonly slug: string
  readonly kind: ServiceKind
  readonly site: string
  /** The pool that it is booked from; without one, the service is told and not booked. */
  readonly pool?: string
  /** Told before it exists: the portal says that it is to come. */
  readonly isAnnounced?: boolean
  readonly texts: Readonly<Record<L, ServiceTexts>>
}

export interface PortalTexts {
  readonly officeName: string
  readonly tagline: string
  readonly lead: string
  readonly welcome: string
}

export interface NoticeSection {
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** The privacy notice (GDPR art. 13); a new version is put before each citizen again. */
export interface PrivacyNotice<L extends Language = BaseLanguage> {
  readonly version: string
  readonly effectiveFrom: LocalDay
  readonly texts: Readonly<Record<L, readonly NoticeSection[]>>
}

/** `path` is written as the checks write it: `sites[palazzo-camerale].openingHours`. */
export interface Source {
  readonly path: string
  readonly says: string
  /** Where it is written: an article, an act, a page. */
  readonly where: string
}

/** A value that no source gives: what we took, and whom to ask. */
export interface Assumption {
  readonly path: string
  readonly says: string
}

/**
 * Everything that makes a town: what it is called, how it looks, where it is, what it offers and by which rules. Plain
 * JSON, so that it can be stored, hashed and compared; `checkTenant` says what a well-formed one must hold besides.
 */
export interface TenantConfig<L extends Language = BaseLanguage> {
  readonly schema: 'officine-tenant/1'
  readonly id: TenantId
  readonly kind: 'municipality' | 'municipio' | 'city'
  readonly name: string
  /** The body in full: *Comune di Allumiere*. */
  readonly institutionName: Texts<L>
  readonly institutionUrl: string
  /** Texts, because of their leading zeros. A municipio has the codes of its city. */
  readonly codes: { readonly istat: string; readonly ipa: string; readonly cadastral: string }
  /** Production host names; `<id>.localhost` is added in development. */
  readonly hosts: readonly string[]
  /** The first is the one shown to who has not chosen. */
  readonly languages: readonly Language[]
  readonly theme: Theme
  /** Drawn by us: official arms belong to the town and need its consent. */
  readonly emblem: { readonly svg: string; readonly description: Texts<L> }
  readonly portal: Readonly<Record<L, PortalTexts>>
  readonly contacts: { readonly phone?: string; readonly email?: string; readonly pec?: string }
  /** The first is the main one. */
  readonly sites: readonly Site<L>[]
  readonly closures: readonly Closure<L>[]
  /** `day` is `MM-DD`. */
  readonly patronSaint: { readonly day: string; readonly name: Texts<L> }
  /** In the order in which they are shown; a town that gives out no places yet has none. */
  readonly pools: readonly PoolPresentation<L>[]
  readonly services: readonly Service<L>[]
  readonly privacyNotice: PrivacyNotice<L>
  readonly accessibility: { readonly declarationUrl?: string; readonly feedbackEmail?: string }
  /** Who pays, in a line. For a European fund as Regulation (EU) 2021/1060, art. 50, asks. */
  readonly funding: Texts<L>
  /** Whether European money pays: only then does the portal show the emblem of the Union. */
  readonly isEuFunded: boolean
  readonly rules: TenantRules
  readonly sources: readonly Source[]
  readonly assumptions: readonly Assumption[]
}

/** Where the town answers: its production hosts, and in development its `.localhost` name before them. */
export function hostsOf(town: Pick<TenantConfig, 'id' | 'hosts'>, development: boolean): readonly string[] {
  return development ? [`${town.id}.localhost`, ...town.hosts] : town.hosts
}
