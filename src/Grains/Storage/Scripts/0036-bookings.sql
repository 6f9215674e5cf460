-- Bookings of a day: entries come in the order of time, so a block index finds them and costs writers next to nothing.
create index ledger_entry_at on ledger_entry using brin (at) with (pages_per_range = 32);
