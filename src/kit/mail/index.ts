// The outbox and its postman. Rooms queue mails in their transaction and hand in one template per mail they write.
import './tables.ts';

export { isMailAddress, type Mailbox, serverMailbox } from './address.ts';
export type { Letter } from './compose.ts';
export { type Block, type LetterText, writeLetter } from './letter.tsx';
export {
  clearMails,
  dropMails,
  forgetMails,
  liftSuppression,
  type Mail,
  type MailProgress,
  mailProgress,
  notReachedYet,
  queueingMails,
  queueMails,
  readdressMails,
  suppressAddress,
  sweepMails,
} from './outbox.ts';
export { mailPause, notPaused, type Pause, pauseMails, resumeMails } from './pause.ts';
export { type LetterContext, type Postman, startPostman, type Template, type Templates } from './postman.ts';
export { mailTemplate } from './template.ts';
export { openTransport, type Transport } from './transport.ts';
