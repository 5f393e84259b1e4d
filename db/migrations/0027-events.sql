-- A waitlist that asks first: some want the next seat at once, others want to be asked, and have a while to say yes.

-- Of somebody in line or asked: whether they are to be asked. Of everybody else it means nothing.
alter table events.enrolment add column ask_first boolean not null default false;
-- Until when the seat that is offered is kept for them.
alter table events.enrolment add column offered_until timestamptz;
alter table events.enrolment add constraint enrolment_offered_check check ((state = 'offered') = (offered_until is not null));
-- They let one offer pass, and stand at the end of the line for it; the next one that passes takes them off it.
alter table events.enrolment add column passed boolean not null default false;

-- Read across groups: offers that have run out.
create index enrolment_offered on events.enrolment (offered_until) where offered_until is not null;
