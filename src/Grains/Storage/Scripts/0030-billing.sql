-- Money: orders, invoices, documents, allocations, ledger. Written by the account's commit alone.
create table customer_order (
  id text primary key,
  account text not null,
  invoice text not null,
  status text not null,
  method text not null,
  total bigint not null,
  terms_version text,
  withdrawal_waiver boolean not null,
  placed_by text not null,
  placed_at timestamptz not null,
  settled_at timestamptz
);
create index customer_order_account on customer_order (account, placed_at desc);

-- One piece of a paid order line; "paid and not delivered" is the partial index.
create table sold_unit (
  service text primary key,
  account text not null,
  order_id text not null,
  invoice text not null,
  line int not null,
  name text not null,
  net bigint not null,
  tax bigint not null,
  status text not null,
  reason text,
  paid_at timestamptz not null,
  settled_at timestamptz
);
create index sold_unit_invoice on sold_unit (invoice);
create index sold_unit_waiting on sold_unit (paid_at) where status = 'Paid';

-- The head of an invoice from draft on; content only while it is a draft.
create table invoice (
  id text primary key,
  account text not null,
  order_id text,
  kind text not null,
  corrects text references invoice (id),
  net bigint not null,
  tax bigint not null,
  total bigint not null check (total = net + tax),
  content text,
  created_at timestamptz not null,
  payable_until timestamptz,
  lapsed_at timestamptz
);
create index invoice_account on invoice (account, created_at desc, id desc);
create index invoice_corrects on invoice (corrects) where corrects is not null;

-- Issued documents. Content is the exact text whose SHA-256 is content_hash: text, because jsonb would reorder it.
create table invoice_document (
  id text primary key references invoice (id),
  series text not null,
  number text not null constraint invoice_document_number unique,
  account text not null,
  issued_at timestamptz not null,
  issued_on date not null,
  due_on date not null,
  content text not null,
  content_hash bytea not null,
  chain_hash bytea not null
);
create index invoice_document_series on invoice_document (series, number);
create trigger invoice_document_append_only before update or delete or truncate on invoice_document for each statement execute function refuse_change();

-- Which money pays which invoice; effect is the movement that brought it.
create table allocation (
  effect text primary key,
  account text not null,
  invoice text not null references invoice (id),
  amount bigint not null,
  source text not null,
  at timestamptz not null
);
create index allocation_invoice on allocation (invoice);
create trigger allocation_append_only before update or delete or truncate on allocation for each statement execute function refuse_change();

-- Double entry: credit is positive, debit negative, the sides of one effect sum to zero.
create table ledger_entry (
  nr bigint generated always as identity primary key,
  at timestamptz not null,
  account text not null,
  effect text not null,
  side int not null,
  ledger text not null,
  amount bigint not null check (amount <> 0),
  reason text not null,
  invoice text,
  constraint ledger_entry_effect unique (effect, side)
);
create index ledger_entry_account on ledger_entry (account, nr);
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry for each statement execute function refuse_change();

-- Rendered files: stored once, never rendered again.
create table document_file (
  document text not null references invoice_document (id),
  media_type text not null,
  content bytea not null,
  sha256 bytea not null,
  rendered_at timestamptz not null,
  primary key (document, media_type)
);
create trigger document_file_append_only before update or delete or truncate on document_file for each statement execute function refuse_change();

create function invoice_status(p_issued boolean, p_corrected boolean, p_total bigint, p_paid bigint, p_due date, p_today date) returns text
language sql immutable as $$
  select case
    when not p_issued then 'Draft'
    when p_corrected then 'Corrected'
    when p_paid >= p_total then 'Paid'
    when p_due < p_today then 'Overdue'
    else 'Open'
  end
$$;
