-- Whether nothing is left of an erased report's words in files of the database; else the store sweeps when it is opened.
alter table tombstone add column swept boolean not null default false;
