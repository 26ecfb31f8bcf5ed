/**
 * Cleaning runs: all instances apply a definition to a data set, and every change is
 * recorded.
 */
@NullMarked
package io.kehu.migration.run;

import org.jspecify.annotations.NullMarked;
