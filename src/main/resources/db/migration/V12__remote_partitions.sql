-- By this a message at a broker that several databases use is known to be about this one.
create table database_identity (
    id char(36) not null primary key
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

insert into database_identity (id) values (uuid());

-- What workers on other machines need to decide as the night does that they work for: the texts of its files.
create table remote_night (
    run      bigint       not null primary key,
    program  varchar(200) not null comment 'the version of the program that runs the night',
    calendar mediumtext   not null comment 'calendar.yaml',
    nightly  mediumtext   not null comment 'nightly.yaml',
    foreign key (run) references run (number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The partitions that a night has offered to workers. Whoever takes one is its owner for one attempt; taking it over
-- raises the attempt, and everything that is written of a partition checks the attempt.
create table remote_partition (
    step_execution bigint       not null primary key comment 'of Spring Batch',
    run            bigint       not null,
    token          bigint       not null comment 'of the lease of the night that offered it',
    attempt        int          not null check (attempt >= 1),
    state          enum ('OPEN', 'COMPLETED', 'FAILED', 'CLOSED') not null,
    owner          varchar(200) not null comment 'whoever works on it; empty while nobody does',
    heard_at       datetime(6)  null comment 'the last sign of life of the owner',
    moved_at       datetime(6)  null comment 'the last page of the owner, or when it was taken',
    failure        text         null,
    foreign key (run) references run (number),
    key (run, state)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
