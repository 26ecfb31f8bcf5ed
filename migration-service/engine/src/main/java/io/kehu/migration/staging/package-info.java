/**
 * Keeps brought data on disk, compressed and encrypted, in partitions that several
 * instances can work on.
 */
@NullMarked
package io.kehu.migration.staging;

import org.jspecify.annotations.NullMarked;
