-- Contracts over services, and which period an invoice charges.
create table subscription (
  service text primary key,
  owner text not null,
  product text not null,
  status text not null,
  paid_until timestamptz not null,
  view jsonb not null
);
create index subscription_owner on subscription (owner, paid_until);

create table renewal_invoice (
  invoice text primary key references invoice (id),
  account text not null,
  service text not null,
  period int not null,
  issue int not null,
  product text not null,
  name text not null,
  from_day date not null,
  until_day date not null,
  due_at timestamptz not null,
  constraint renewal_invoice_period unique (service, period, issue)
);
create index renewal_invoice_account on renewal_invoice (account);
create trigger renewal_invoice_append_only before update or delete or truncate on renewal_invoice for each statement execute function refuse_change();
