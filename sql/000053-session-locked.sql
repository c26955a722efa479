-- A session that is locked opens nothing until its password is said again.
alter table session add column locked boolean not null default false;
