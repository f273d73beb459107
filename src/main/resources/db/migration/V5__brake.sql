-- A night that would cross a limit stops before it writes a decision, and goes on once somebody has approved it.
alter table run
    modify status enum ('RUNNING', 'FAILED', 'COMPLETED', 'BRAKED') not null,
    add braked_at   datetime(6) null comment 'when the brake stopped it last',
    add approved_at datetime(6) null comment 'when somebody let it go on all the same',
    add check (approved_at is null or braked_at is not null);
