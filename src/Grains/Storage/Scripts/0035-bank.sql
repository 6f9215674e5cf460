-- The house's bank account: statements, their transactions, payouts. Written by the bank account's commit alone.
create table bank_statement (
  id text not null,
  iban text not null,
  number text not null,
  opening bigint not null,
  opening_on date not null,
  closing bigint not null,
  closing_on date not null,
  transactions int not null,
  pending int not null,
  known int not null,
  imported_at timestamptz not null,
  imported_by text not null,
  primary key (iban, id)
);
create index bank_statement_days on bank_statement (iban, closing_on, imported_at);

create table bank_transaction (
  id text primary key,
  iban text not null,
  statement text not null,
  amount bigint not null,
  booked_on date not null,
  valued_on date,
  end_to_end_id text,
  reference text,
  other_name text,
  other_iban text,
  text text not null,
  creditor_reference text,
  return_reason text,
  status text not null,
  matched_by text,
  account text,
  invoice text,
  payout text,
  original text,
  reason text,
  imported_at timestamptz not null,
  decided_at timestamptz,
  decided_by text
);
create index bank_transaction_day on bank_transaction (booked_on desc, id);
create index bank_transaction_queue on bank_transaction (booked_on, id) where status = 'Queued';
create index bank_transaction_other on bank_transaction (other_iban) where other_iban is not null;
create index bank_transaction_end_to_end on bank_transaction (end_to_end_id) where end_to_end_id is not null;

-- The way from a creditor reference to its account. References follow from account ids; an import fills in what is missing.
create table payer_reference (
  account text primary key,
  reference text not null unique
);

-- Money on its way to people by transfer.
create table bank_payout (
  id text primary key,
  iban text not null,
  account text,
  source text,
  holder text not null,
  payee_iban text not null,
  amount bigint not null check (amount > 0),
  text text not null,
  status text not null,
  file text,
  requested_at timestamptz not null,
  requested_by text not null,
  settled_at timestamptz,
  reason text
);
create index bank_payout_status on bank_payout (iban, status, requested_at);
create index bank_payout_file on bank_payout (file) where file is not null;

-- Payment orders for the bank (pain.001): written once, downloaded as often as needed, never written again.
create table payout_file (
  id text primary key,
  iban text not null,
  payouts int not null,
  sum bigint not null,
  content text not null,
  created_at timestamptz not null,
  created_by text not null
);
create trigger payout_file_append_only before update or delete or truncate on payout_file for each statement execute function refuse_change();
