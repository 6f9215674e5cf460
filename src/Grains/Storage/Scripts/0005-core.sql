-- The write path: aggregates, kept answers, messages, due times, document numbers.
create table aggregate (
  kind text not null,
  id text not null,
  version bigint not null,
  state jsonb not null,
  constraint aggregate_pkey primary key (kind, id)
);

-- The version fences a second activation during a network split: a clash aborts the whole batch.
create function save_aggregate(p_kind text, p_id text, p_version bigint, p_state jsonb) returns void
language plpgsql as $$
begin
  if p_version = 0 then
    insert into aggregate (kind, id, version, state) values (p_kind, p_id, 1, p_state);
  else
    update aggregate set version = version + 1, state = p_state
    where kind = p_kind and id = p_id and version = p_version;
    if not found then
      raise exception 'aggregate %/% is not at version %', p_kind, p_id, p_version using errcode = '40001';
    end if;
  end if;
end $$;

create table handled (
  key text constraint handled_pkey primary key,
  body_hash text,
  answer jsonb,
  at timestamptz not null
);
create index handled_at on handled (at);

create table outbox (
  id bigint generated always as identity primary key,
  source text not null,
  target_kind text not null,
  target_id text not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  lease_until timestamptz not null,
  owner text not null,
  attempts int not null default 0,
  last_error text,
  dead boolean not null default false
);
create index outbox_pair on outbox (source, target_kind, target_id, id) where not dead;

create table due (
  kind text not null,
  id text not null,
  bucket smallint not null,
  at timestamptz not null,
  retry_at timestamptz,
  attempts int not null default 0,
  last_error text,
  primary key (kind, id)
);
create index due_bucket on due (bucket, coalesce(retry_at, at));

create table document_series (
  series text primary key,
  last bigint not null,
  chain_hash bytea not null
);

-- Draws the next number of a series and inserts the document with it, hash-chained to the one before. Called as the last
-- statement of a commit: the series row is the only one that writers share, and it is locked only until the commit.
-- When the commit keeps an answer, the number is written into it at p_answer_path.
create function issue_document(p_series text, p_table text, p_document jsonb, p_content_hash bytea, p_answer_key text, p_answer_path text[])
returns table (number text, chain_hash bytea)
language plpgsql as $$
declare
  v_last bigint;
  v_chain bytea;
  v_number text;
begin
  insert into document_series as s (series, last, chain_hash) values (p_series, 1, sha256(p_content_hash))
  on conflict (series) do update set last = s.last + 1, chain_hash = sha256(s.chain_hash || p_content_hash)
  returning s.last, s.chain_hash into v_last, v_chain;
  v_number := p_series || '-' || lpad(v_last::text, 6, '0');
  execute format('insert into %I select * from jsonb_populate_record(null::%I, $1)', p_table, p_table)
    using p_document || jsonb_build_object('number', v_number, 'chain_hash', '\x' || encode(v_chain, 'hex'), 'content_hash', '\x' || encode(p_content_hash, 'hex'));
  if p_answer_key is not null then
    update handled h set answer = jsonb_set(h.answer, p_answer_path, to_jsonb(v_number)) where h.key = p_answer_key;
  end if;
  return query select v_number, v_chain;
end $$;

-- Append-only tables name this trigger: what was booked or issued is corrected by a further row.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '55000';
end $$;
