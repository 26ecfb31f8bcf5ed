/**
 * Measures linkage on made-up persons and organisations that are hard to tell apart, with
 * the truth about them.
 */
@NullMarked
package io.kehu.migration.matching.seeded;

import org.jspecify.annotations.NullMarked;
