package dev.cpor.payout.export;

/** What an extract can be had as, beside CSV. */
public enum ExportFormat {
    /** Apache Parquet, with the logical types DECIMAL and DATE. */
    PARQUET(".parquet", Long.MAX_VALUE),
    /** A workbook of one sheet (ISO/IEC 29500), with numbers and dates as such; a sheet has 1,048,576 rows with its header. */
    XLSX(".xlsx", 1_048_575);

    private final String suffix;
    private final long mostRows;

    ExportFormat(String suffix, long mostRows) {
        this.suffix = suffix;
        this.mostRows = mostRows;
    }

    String suffix() {
        return suffix;
    }

    long mostRows() {
        return mostRows;
    }
}
