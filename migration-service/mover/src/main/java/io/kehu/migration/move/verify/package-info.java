/**
 * Verification of a run and its undoing.
 */
@NullMarked
package io.kehu.migration.move.verify;

import org.jspecify.annotations.NullMarked;
