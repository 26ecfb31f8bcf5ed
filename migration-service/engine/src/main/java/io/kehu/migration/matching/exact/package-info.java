/**
 * Finds exact duplicates by key, in files larger than memory.
 */
@NullMarked
package io.kehu.migration.matching.exact;

import org.jspecify.annotations.NullMarked;
