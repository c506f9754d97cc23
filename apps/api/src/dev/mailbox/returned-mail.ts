/** Says that a mail came back, as a mail server says it: a delivery status notification (RFC 3464) to the mail's return path. */
export function returnedMail(returnPath: string, recipient: string, now: Date): Buffer {
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@posta.localhost',
    `To: <${returnPath}>`,
    `Date: ${now.toUTCString()}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="limit"',
    '',
    '--limit',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your mail could not be delivered.',
    '',
    '--limit',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; posta.localhost',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 No such mailbox here',
    '',
    '--limit--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
