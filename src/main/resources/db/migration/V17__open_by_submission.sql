-- A night looks for the open claims of a status that were first submitted in a range of days. By the days alone it had to look at
-- every claim of these days, closed or not.
alter table claim
    drop key first_submitted,
    add key open_submitted (status, incentive, first_submitted);
