/**
 * Reports how far a linkage has come, and lets it be cancelled.
 */
@NullMarked
package io.kehu.migration.matching.progress;

import org.jspecify.annotations.NullMarked;
