-- What organisers wrote to guests, kept for those who look after the evening with them.
create table events.message (
  group_id uuid not null,
  event_id uuid not null,
  -- made with the page that previews it, so that the same one sent twice is one
  message_id uuid not null,
  written_by uuid,
  written_at timestamptz not null,
  to_whom text not null,
  -- whose address answers go to, looked up when a mail leaves
  reply_to text not null,
  subject text not null,
  words text not null,
  -- how many mails were queued
  told integer not null,
  constraint message_pkey primary key (group_id, event_id, message_id),
  constraint message_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint message_to_whom_check check (to_whom in ('going', 'waitlisted', 'interested', 'chosen')),
  constraint message_reply_to_check check (reply_to in ('nobody', 'contact-1', 'contact-2', 'me')),
  constraint message_words_check check (char_length(words) <= 5000)
);
create index message_by_writer on events.message (written_by) where written_by is not null;
