-- Why a booking stands as it does is asked booking by booking: a retry, a page, an objection. Without it every question reads all that a town ever decided.
create index decision_by_booking on decision (tenant_id, booking_id, decided_at);
