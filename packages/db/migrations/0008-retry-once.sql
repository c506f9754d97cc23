-- A word that was given up is asked for again once; the one that is asked for may fail in its turn, and be asked for again itself.
create unique index outbox_retried_once on outbox (tenant_id, retry_of) where retry_of is not null;
