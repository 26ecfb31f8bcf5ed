/**
 * Data sets: rows that were brought or made, kept in staging, to be looked at, exported
 * and worked on.
 */
@NullMarked
package io.kehu.migration.dataset;

import org.jspecify.annotations.NullMarked;
