-- A row that is read is to have its turn in the same night, unless it occurred later: that is written with the row, and the
-- millions of rows that do have it then need not be written twice.
alter table staged_row
    modify settled_on date null comment 'business date of the night that applied or refused it, or is to do so: see first_row of waiting_claim; null while it waits for a later one';

alter table waiting_claim
    add first_row bigint null comment 'the first of its rows of which settled_on is not true yet, as is that of no later one; null where there is none';
