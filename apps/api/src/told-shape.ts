import type { TRPCError } from '@trpc/server'
import type { TRPCDefaultErrorShape } from '@trpc/server'
import { MissingSecondFactor } from './missing-second-factor.ts'
import { OwnRecordError } from './own-record.ts'

/** What a caller reads of a refusal: a sentence and the id under which it was logged. A defect's own message may hold anything and stays here. */
export function toldShape(shape: TRPCDefaultErrorShape, error: TRPCError, requestId: string | undefined) {
  const isDefect = shape.data.code === 'INTERNAL_SERVER_ERROR'
  const message = isDefect
    ? 'Something went wrong on our side.'
    : error.code === 'BAD_REQUEST'
      ? firstFault(error)
      : shape.message
  const { code, httpStatus, path } = shape.data
  const missing = error.cause instanceof MissingSecondFactor ? error.cause.missing : undefined
  return {
    ...shape,
    message,
    data: {
      code,
      httpStatus,
      path,
      requestId,
      ...(missing !== undefined && { missing }),
      ...(error.cause instanceof OwnRecordError && { isOwnRecord: true }),
    },
  }
}

function firstFault(error: TRPCError): string {
  const { cause } = error
  if (cause === undefined || !('issues' in cause) || !Array.isArray(cause.issues))
    return 'The request has not the expected shape.'
  const [issue] = cause.issues as { path: (string | number)[]; message: string }[]
  return issue === undefined
    ? 'The request has not the expected shape.'
    : `${issue.path.join('.') || 'input'}: ${issue.message}`
}
