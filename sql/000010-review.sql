-- What reviewers said of records, as the log tells it: one row for each record of an entry of the log.
create table review_decision (
  operation bigint not null references operation (seq),
  -- Where it stands in its entry, from 0 on.
  place int not null,
  by text not null,
  "group" text not null,
  report_id text not null,
  version int not null,
  record text not null,
  verdict text not null check (verdict in ('accept', 'reject', 'skip', 'edit', 'add')),
  -- JSON of value, words and reason, to the letter; the log has a seal of it alone, and it goes when the report is erased.
  said text not null,
  salt text not null,
  -- The entry of the log that undid it.
  undone bigint references operation (seq),
  primary key (operation, place),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

create index review_decision_report on review_decision (report_id, operation);
create index review_decision_by on review_decision (by, operation);
create index review_decision_group on review_decision ("group");
