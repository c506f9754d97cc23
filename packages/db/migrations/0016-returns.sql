-- Mails that come back, calls that nobody answers, and things lent beside a place.

-- Each mail leaves with a return path of its own; this is what it says. Whoever reports that a mail came back shows the token: without one nothing is believed.
create table mail_return (
  tenant_id    text        not null references tenant (id),
  token        text        not null check (length(token) >= 20), -- 100 bits in small base32, at least
  word_id      uuid        not null,
  person_id    uuid        not null,
  -- The row that the word is about, and what it tells: the word itself may be let go before its mail comes back.
  row_id       uuid        not null,
  topic        text        not null,
  -- Of person and address, as in email_verification: the address itself stands in one place only.
  address_hash text        not null,
  sent_at      timestamptz not null,
  -- The last that was heard: an enhanced status code (RFC 3463) and never the server's words.
  status       text        check (length(status) <= 12),
  delayed_at   timestamptz,
  returned_at  timestamptz,
  primary key (tenant_id, token),
  unique (tenant_id, word_id, address_hash),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
alter table mail_return enable row level security;
alter table mail_return force row level security;
create policy tenant_only on mail_return
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, update (sent_at, status, delayed_at, returned_at), delete on mail_return to officine_worker;
grant select (tenant_id, token, word_id, person_id, topic, sent_at, status, delayed_at, returned_at), delete on mail_return to officine_api; -- shown to managers; goes with the person
create index mail_return_by_person on mail_return (tenant_id, person_id);

-- A call that nobody answered stays, with how often it was tried and when last.
alter table call_list
  add column tries    integer     not null default 0 check (tries >= 0),
  add column tried_at timestamptz;
grant update (tries, tried_at), delete on call_list to officine_api; -- delete: with the person gone there is nobody to call

-- Whether its holder chose the place, so that who loses it is told, however early.
alter table booking_unit add column is_chosen boolean not null default false;

-- A laptop, lent for the time of a place.
alter table pool no force row level security; -- the new check is validated by a query, which a forced policy would hide the rows from
alter table pool drop constraint pool_kind_check;
alter table pool add constraint pool_kind_check
  check (kind in ('seats', 'room', 'care', 'pet', 'workshop', 'desk', 'equipment'));
alter table pool force row level security;
