-- What people propose to change in the lists and rules, each with a case, as the log tells it.
create table proposal (
  id text primary key,
  -- The entry of the log that made it.
  operation bigint not null unique references operation (seq),
  -- JSON of what is proposed, to the letter; the log has a seal of it alone.
  said text not null,
  salt text not null,
  -- Where it was seen; nothing once the report is erased.
  report_id text,
  version int,
  starts int,
  ends int,
  state text not null check (state in ('open', 'accepted', 'refused')),
  reason text not null,
  -- The entry of the log that said so last.
  settled bigint references operation (seq),
  foreign key (report_id, version) references report (id, version) on delete set null
);

create index proposal_state on proposal (state, operation);
create index proposal_report on proposal (report_id, version);
