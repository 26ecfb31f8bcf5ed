package io.kehu.migration.dataset;

import java.util.List;

import io.kehu.migration.intake.ReadingReport;

/**
 * How a file would be read.
 *
 * @param source what was detected about the file
 * @param columns the columns
 * @param rows the first rows
 * @param reading how many of the first lines were read, and why others were not
 */
record Preview(Detection source, List<String> columns, List<RowPage.StagedRow> rows, ReadingReport reading) {
}
