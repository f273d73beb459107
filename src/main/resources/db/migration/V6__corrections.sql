-- Earnings that are to be taken back, each once. The next night puts a reversal of it into its extract and notes itself here.
create table reversal (
    earning     bigint      not null primary key,
    reason_code varchar(40) not null,
    asked_at    datetime(6) not null,
    run         bigint      null comment 'the run that put the reversal into its extract; null while it waits',
    key (run),
    foreign key (earning) references earning (id),
    foreign key (run) references run (number)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- A reversal names an earning that there is, says why, and is what the amount says.
alter table earning
    add foreign key (reverses) references earning (earning_id),
    add check ((reverses is null) = (reason_code is null)),
    add check ((reverses is null) = (amount > 0));

-- What a history row of the kind REINSTATED says more than others: which decision it took back, each once, and what of the
-- claim's state stands in no history row.
create table reinstatement (
    claim        bigint       not null,
    version      int          not null comment 'of its history row',
    decision     int          not null comment 'version of the history row whose decision it took back',
    run          bigint       not null comment 'the run after which it was made; the nights after it decide the claim anew',
    status_since date         not null comment 'as put back, likewise notes',
    notes        varchar(500) not null,
    primary key (claim, version),
    unique (claim, decision),
    key (run),
    foreign key (claim, version) references history (claim, version),
    foreign key (claim, decision) references history (claim, version),
    foreign key (run) references run (number),
    check (version > decision)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create trigger reinstatement_is_never_updated before update on reinstatement for each row
    signal sqlstate '45000' set message_text = 'History is append-only: a reinstatement is never updated.';

create trigger reinstatement_is_never_deleted before delete on reinstatement for each row
    signal sqlstate '45000' set message_text = 'History is append-only: a reinstatement is never deleted.';
