-- Who codes which report, blind to the others until all are done.
create table assignment (
  report_id text not null,
  version int not null,
  coder text not null,
  state text not null check (state in ('open', 'done', 'returned', 'ruled')),
  -- The entry of the log that said so last.
  operation bigint not null references operation (seq),
  primary key (report_id, version, coder),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

create index assignment_coder on assignment (coder, operation);

-- Which groups of review decisions rule between coders.
create table ruling (
  "group" text primary key,
  report_id text not null,
  version int not null,
  operation bigint not null references operation (seq),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

create index ruling_report on ruling (report_id, version);
