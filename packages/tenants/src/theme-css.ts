import { hashOfJson } from '@officine/domain/allocation/hashes'
import type { TenantConfig } from './tenant-config.ts'

/** The town's colours as custom properties, served as `/tema.css`: the one style sheet that differs from town to town. */
export function themeCss({ theme }: Pick<TenantConfig, 'theme'>): string {
  return `:root{--accent:${theme.accent};--accent-dark:${theme.accentDark};--accent-tint:${theme.accentTint};--accent-mid:${theme.accentMid}}\n`
}

/** Fingerprint of the colours, sixteen hexadecimal digits: a browser that holds this one need not ask for it again. */
export function themeHash({ theme }: Pick<TenantConfig, 'theme'>): string {
  return hashOfJson(theme).slice(0, 16)
}
