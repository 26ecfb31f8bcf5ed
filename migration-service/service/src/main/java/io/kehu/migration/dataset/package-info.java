/**
 * Data sets: uploaded or produced rows in staging, to be viewed, exported and processed.
 */
@NullMarked
package io.kehu.migration.dataset;

import org.jspecify.annotations.NullMarked;
