/**
 * Fills holes in columns, marks what was filled, and measures each method by hiding known
 * values.
 */
@NullMarked
package io.kehu.migration.clean.fill;

import org.jspecify.annotations.NullMarked;
