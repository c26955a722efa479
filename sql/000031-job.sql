-- Long work: many reports to read. It is in the store before it is begun, so that nothing is lost when the process ends.
create table job (
  id text primary key,
  owner text not null,
  -- running, paused or cancelled; done where nothing waits any more.
  state text not null,
  made_at text not null,
  changed_at text not null,
  -- Seconds that were worked on it.
  seconds double precision not null default 0
);

-- A file that was handed over, or a text. It counts once it has come whole.
create table job_file (
  id text primary key,
  job text not null references job (id) on delete cascade,
  name text not null,
  bytes bigint not null,
  is_whole boolean not null,
  at text not null
);

-- One report to be read, or why it cannot be.
create table job_item (
  file text not null references job_file (id) on delete cascade,
  number int not null,
  job text not null references job (id) on delete cascade,
  -- Where it stands: file and line.
  place text not null,
  -- coming (of a file that is not whole yet), waiting, done, failed
  state text not null,
  -- What is to be read, as JSON to the letter; nothing once it was.
  body json,
  -- What became of it: the report that it is now, or the fault.
  report text,
  version int,
  outcome text,
  fault text,
  primary key (file, number)
);

create index job_item_state on job_item (job, state, file, number);
