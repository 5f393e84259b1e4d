// The doctor's questions about the way out: the mail server, and the address people will type.
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '#kit/config.ts';
import type { Check } from './doctor.ts';

/** Talks to the mail server as far as signing in; sends nothing. */
export async function checkMail({ smtpUrl, data }: Config, offline: boolean): Promise<Check> {
  const name = 'mail';
  if (smtpUrl === undefined) {
    return {
      name,
      ok: true,
      says: `no mail server is set (SMTP_URL): mails are kept as .eml in ${join(data, 'mail')}`,
    };
  }
  if (!/^smtps?:$/.test(URL.canParse(smtpUrl) ? new URL(smtpUrl).protocol : '')) {
    return { name, ok: false, says: 'SMTP_URL should look like smtps://user:password@mail.example.org:465' };
  }
  const server = new URL(smtpUrl).host;
  if (offline) return { name, ok: true, says: `${server}; not asked (--offline)` };
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 8000,
    greetingTimeout: 8000,
    socketTimeout: 8000,
  });
  try {
    await transport.verify();
    return { name, ok: true, says: `${server} answers` };
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number };
    const why =
      code === 'EAUTH'
        ? 'it does not take this user and password'
        : `${code ?? 'no answer'}${responseCode ? ` ${responseCode}` : ''}`;
    return { name, ok: false, says: `${server}: ${why}. Mails wait until it works.` };
  } finally {
    transport.close();
  }
}

/** Browsers give passkeys and the camera only to pages that came by https, or from the machine itself. */
export function checkAddress({ origin }: Pick<Config, 'origin'>): Check {
  const name = 'address';
  const { protocol, hostname } = new URL(origin);
  const needs = 'passkeys, the camera and the door page will need https';
  if (protocol === 'https:') return { name, ok: true, says: `${origin}; ${needs}, and have it` };
  if (isThisMachine(hostname)) {
    return {
      name,
      ok: true,
      says: `${origin} leads to this machine alone. Before others use it set UGROUP_URL, with https: ${needs}`,
    };
  }
  return {
    name,
    ok: false,
    says: `${origin} is not https: ${needs}. Put a proxy with a certificate in front and set UGROUP_URL`,
  };
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\./.test(hostname);
}
