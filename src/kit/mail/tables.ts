// The outbox's tables as types.
import type { Generated } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';

export type MailState = 'waiting' | 'sent' | 'failed' | 'dropped';

declare module '#kit/tables.ts' {
  interface Tables {
    'kit.mail': {
      mail_id: string;
      template: string;
      to_address: string;
      person_id: string | null;
      lang: Lang;
      args: unknown;
      stream: string | null;
      campaign: string | null;
      priority: Generated<number>;
      state: Generated<MailState>;
      attempts: Generated<number>;
      due_at: Date;
      retry_at: Date | null;
      created_at: Generated<Date>;
      sent_at: Date | null;
      last_error: string | null;
      message_id: string | null;
    };
    'kit.mail_suppression': { address_hash: string; reason: string; since: Generated<Date> };
  }
}
