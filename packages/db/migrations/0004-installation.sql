-- Facts about the installation itself, not about any town: whether it holds sample use, which production refuses to serve.
create table installation_fact (
  name        text        not null primary key check (name ~ '^[a-z][a-z-]{1,60}$'),
  value       text        not null,
  recorded_at timestamptz not null
);
grant select on installation_fact to officine_api;
