-- Is an earlier message of the pair still there? The table is a queue: nearly empty whenever statistics are taken, and full of
-- dead rows in between. A plan made for the empty one reads all of it, so reading all of it is forbidden.
create function outbox_is_behind(p_source text, p_target_kind text, p_target_id text) returns boolean
language plpgsql stable set enable_seqscan = off as $$
begin
  return exists (
    select from outbox o
    where o.source = p_source and o.target_kind = p_target_kind and o.target_id = p_target_id and not o.dead);
end $$;

-- Draws the next numbers of a series and inserts the documents with them, each hash-chained to the one before. Called as the last
-- statement of a transaction: the series row is the only one that writers share, and it is locked only until the commit.
-- When a commit keeps an answer, the number is written into it at its path (steps parted by '/').
-- issue_document stays for processes of the version before, which may run beside during an upgrade.
create function issue_documents(
  p_series text, p_table text, p_documents jsonb[], p_content_hashes bytea[], p_answer_keys text[], p_answer_paths text[])
returns table (number text, chain_hash bytea)
language plpgsql as $$
declare
  v_last bigint;
  v_issued jsonb[] := '{}';
begin
  select s.last, s.chain_hash into v_last, chain_hash from document_series s where s.series = p_series for update;
  if not found then
    insert into document_series (series, last, chain_hash) values (p_series, 0, '') on conflict (series) do nothing;
    select s.last, s.chain_hash into v_last, chain_hash from document_series s where s.series = p_series for update;
  end if;
  for i in 1 .. cardinality(p_documents) loop
    v_last := v_last + 1;
    chain_hash := sha256(chain_hash || p_content_hashes[i]);
    number := p_series || '-' || lpad(v_last::text, greatest(6, length(v_last::text)), '0');
    v_issued := v_issued || (p_documents[i] || jsonb_build_object('number', number,
      'chain_hash', '\x' || encode(chain_hash, 'hex'), 'content_hash', '\x' || encode(p_content_hashes[i], 'hex')));
    if p_answer_keys[i] is not null then
      update handled h set answer = jsonb_set(h.answer, string_to_array(p_answer_paths[i], '/'), to_jsonb(number))
      where h.key = p_answer_keys[i];
    end if;
    return next;
  end loop;
  update document_series s set last = v_last, chain_hash = issue_documents.chain_hash where s.series = p_series;
  execute format('insert into %1$I select r.* from unnest($1) as d, jsonb_populate_record(null::%1$I, d) as r', p_table)
    using v_issued;
end $$;
