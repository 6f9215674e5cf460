-- The audit sums every movement: with the amount in the index that keeps a movement from being booked twice, it reads
-- the index in order instead of the table and a sort.
create unique index ledger_entry_pairs on ledger_entry (effect, side) include (amount);
alter table ledger_entry drop constraint ledger_entry_effect,
  add constraint ledger_entry_effect unique using index ledger_entry_pairs;
