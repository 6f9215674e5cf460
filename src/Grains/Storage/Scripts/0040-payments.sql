-- Payments and their attempts at the provider, for look-ups and lists. The truth is the aggregate of kind 'payment'.
create table payment (
  id text primary key,
  account text not null,
  purpose text not null,
  invoice text,
  amount bigint not null,
  status text not null,
  created_at timestamptz not null
);
create index payment_account on payment (account, created_at desc);
create index payment_invoice on payment (invoice) where invoice is not null;

create table payment_attempt (
  provider_id text primary key,
  payment text not null,
  attempt int not null,
  status text not null,
  created_at timestamptz not null
);
create index payment_attempt_payment on payment_attempt (payment);
