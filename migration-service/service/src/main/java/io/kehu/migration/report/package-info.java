/**
 * ProfileReports of data sets, with proposals of cleaning rules.
 */
@NullMarked
package io.kehu.migration.report;

import org.jspecify.annotations.NullMarked;
