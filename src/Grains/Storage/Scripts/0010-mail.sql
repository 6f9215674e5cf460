-- What became of each mail; the mails themselves are in the mailbox's state until they are sent. No address, no text.
create table mail (
  id bigint primary key,
  box text not null,
  template text not null,
  status text not null,
  attempts int not null,
  reason text,
  asked_at timestamptz not null,
  at timestamptz not null
);
create index mail_box on mail (box, id desc);
create index mail_trouble on mail (at desc) where status <> 'Sent';
