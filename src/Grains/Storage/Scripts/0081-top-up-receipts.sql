-- Receipts for money that came onto a balance. Written by the account's commit alone; content is what was printed then.
create table top_up_receipt (
  id text primary key,
  account text not null,
  number text not null,
  effect text not null constraint top_up_receipt_effect unique,
  amount bigint not null check (amount > 0),
  method text not null,
  received_at timestamptz not null,
  received_on date not null,
  content text not null,
  constraint top_up_receipt_number unique (account, number)
);
create index top_up_receipt_account on top_up_receipt (account, received_at desc, number desc);
create trigger top_up_receipt_append_only before update or delete or truncate on top_up_receipt for each statement execute function refuse_change();
