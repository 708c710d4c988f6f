package io.claribi.warehouse;

/**
 * A value that could not be read as its column's type and is missing in the table.
 *
 * @param row of the file, as a spreadsheet counts: the first is 1 and the header counts; 0 for what belongs to no row
 * @param text the value as it stands in the file, cut after 200 characters
 * @param reason for people
 */
public record RejectedCell(long row, String column, String text, String reason) {}
