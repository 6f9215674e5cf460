-- What became of issued documents in the second book. A document without a row waits: the document rows are the outbox.
create table book_entry (
  document text primary key references invoice_document (id),
  account text not null,
  number text not null,
  status text not null,
  voucher text,
  gross bigint,
  tax bigint,
  seen_gross bigint,
  seen_tax bigint,
  error text,
  at timestamptz not null
);
create index book_entry_problem on book_entry (at desc) where status <> 'Booked';

-- Contacts made for business customers.
create table book_contact (
  account text primary key,
  contact text not null,
  at timestamptz not null
);

-- The next document to book is the oldest without an entry.
create index invoice_document_issued_at on invoice_document (issued_at);
