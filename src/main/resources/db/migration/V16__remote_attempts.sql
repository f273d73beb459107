-- What workers decide by is written with the offers and under the same lease, so that none of it can be of another night.
alter table remote_night
    add token   bigint   not null comment 'of the lease of the night that offers its partitions' after run,
    add ruleset char(64) not null comment 'the fingerprint of its rules' after program;

-- An attempt that has written a page has got on. A partition at which several in a row have not ends the night.
update remote_partition set state = 'CLOSED' where state = 'FAILED';
alter table remote_partition
    add pages     int not null default 0 comment 'how many the present attempt has written' after attempt,
    add fruitless int not null default 0 comment 'how many attempts in a row have ended without a page' after pages,
    modify state enum ('OPEN', 'COMPLETED', 'CLOSED') not null,
    modify failure text null comment 'why the last attempt ended without completing it';
