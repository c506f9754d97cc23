// The screens compile this file through the router's type: what it adds to a reply must be in sight here, not only in app.ts.
import type {} from '@fastify/cookie'
import type { FastifyReply } from 'fastify'

/** The session cookie's name: bound to the host by its prefix in production; in development it carries the port, which browsers ignore when they send cookies. */
export function sessionCookieName(isDevelopment: boolean, port: number): string {
  return isDevelopment ? `officine-${port}` : '__Host-officine'
}

/** The session cookie at the Region's host, by another name than a town's. */
export function regioneCookieName(isDevelopment: boolean, port: number): string {
  return isDevelopment ? `officine-regione-${port}` : '__Host-officine-regione'
}

/** The name of the short-lived cookie that ties an attempt to sign in to the browser that began it. */
export function attemptCookieName(cookieName: string): string {
  return `${cookieName}-accesso`
}

/** Puts a token in a cookie that no script reads and that other sites cannot send along with a write. */
export function setTokenCookie(
  reply: FastifyReply,
  name: string,
  token: string,
  { expiresAt, now }: { readonly expiresAt: Date; readonly now: Date },
): void {
  // A duration, not a date: the browser's clock may be wrong.
  void reply.setCookie(name, token, {
    ...attributesOf(name),
    maxAge: Math.floor((expiresAt.getTime() - now.getTime()) / 1000),
  })
}

/** Takes a token cookie away. */
export function clearTokenCookie(reply: FastifyReply, name: string): void {
  void reply.clearCookie(name, attributesOf(name))
}

function attributesOf(name: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: name.startsWith('__Host-') } as const
}
