package io.kehu.migration.dataset;

import java.util.List;

import io.kehu.migration.intake.ReadingReport;

/**
 * How a file would be read.
 *
 * @param source what was found out about it
 * @param columns its columns
 * @param rows its first rows
 * @param reading which of the first lines gave rows, and which did not and why
 */
record Preview(Detection source, List<String> columns, List<RowPage.StagedRow> rows, ReadingReport reading) {
}
