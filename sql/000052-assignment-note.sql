-- What a coder is told with a report that is sent back; the log has a seal of it alone, and it goes when the report is erased.
alter table assignment add column note text not null default '';
alter table assignment add column salt text not null default '';
