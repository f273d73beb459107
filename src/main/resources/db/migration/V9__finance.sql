-- How many decimals an earning's amounts have in its files: settings and newer lists of ISO 4217 change it for later earnings
-- only. Those from before this column were rounded as ISO 4217 has it. The default fills them in, and goes.
alter table earning
    add column minor_units tinyint not null
        default (case when currency in ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY',
                                        'KMF', 'KRW', 'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND',
                                        'VUV', 'XAF', 'XOF', 'XPF') then 0
                      when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
                      when currency = 'CLF' then 4
                      else 2 end) after currency;

alter table earning
    modify minor_units tinyint not null comment 'the decimals of its amounts, as its files have them',
    add check (minor_units between 0 and 4);
