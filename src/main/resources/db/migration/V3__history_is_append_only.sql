-- Whoever may write to this database by accident: history is only ever inserted and read.
create trigger history_is_never_updated before update on history for each row
    signal sqlstate '45000' set message_text = 'History is append-only: a row is never updated.';

create trigger history_is_never_deleted before delete on history for each row
    signal sqlstate '45000' set message_text = 'History is append-only: a row is never deleted.';
