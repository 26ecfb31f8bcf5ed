/**
 * Profiles of data sets, made by jobs: reports, and proposals that become cleaning rules.
 */
@NullMarked
package io.kehu.migration.report;

import org.jspecify.annotations.NullMarked;
