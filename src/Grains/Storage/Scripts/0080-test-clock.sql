-- How far the test clock of this installation stands before real time, in ticks of 100 ns; no row: never moved.
create table test_clock (
  id boolean primary key default true check (id),
  ahead bigint not null check (ahead >= 0)
);

-- A look that may as well happen later: the test clock does not stop for it.
alter table due add column routine boolean not null default false;
