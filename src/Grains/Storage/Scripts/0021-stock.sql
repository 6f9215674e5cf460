-- What each stock has left; written by the stock's own commits.
create table stock_level (
  stock text primary key,
  pieces int,
  reserved int not null,
  sold int not null,
  available int
);
