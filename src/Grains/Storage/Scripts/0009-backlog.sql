-- What staff and the gauges look for must not cost a scan of everything that is planned.
create index due_stuck on due (kind, id) where attempts > 0;
create index outbox_dead on outbox (id) where dead;
