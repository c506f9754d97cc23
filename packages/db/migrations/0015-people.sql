-- One person, one row: who was registered at the counter and who signed in later are brought together, and the row that goes stays as a pointer.

-- The new key is validated, and rows are marked, by queries that a forced policy would hide the rows from.
alter table person no force row level security;
alter table session no force row level security;
alter table person
  -- When an identity provider last vouched for name, birth and fiscal code; null for what was only said at the counter.
  add column attested_at timestamptz,
  -- The row that answers for this one. Never a chain: who is absorbed takes their own pointers along.
  add column merged_into uuid,
  add foreign key (tenant_id, merged_into) references person (tenant_id, id),
  add check (merged_into <> id);
-- A sign-in proves it for rows made at the counter, too, as long as one is on record.
update person set attested_at = created_at
  where not made_at_counter
    or exists (select from session where session.tenant_id = person.tenant_id and session.person_id = person.id);
alter table person force row level security;
alter table session force row level security;
grant update (attested_at, merged_into) on person to officine_api;
grant select (merged_into) on person to officine_worker; -- a pointer is let go with the person it points to, never by itself
create index person_by_merged_into on person (tenant_id, merged_into) where merged_into is not null;
-- Who may be somebody the town knows already: looked up before a second row is made.
create index person_by_phone on person (tenant_id, phone) where phone is not null;

-- What changes hands when two rows become one.
grant update (person_id) on booking to officine_api;
grant update (person_id) on session to officine_api;
grant update (person_id) on dependant to officine_api;
grant update (person_id) on call_list to officine_api;
do $$ begin
  if to_regclass('officine.wait') is not null then
    grant update (person_id) on wait to officine_api;
  end if;
end $$;
