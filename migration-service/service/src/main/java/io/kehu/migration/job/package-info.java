/**
 * Runs what takes long, in parts that all instances share: with progress, stopped and
 * started again, taken over when an instance dies.
 */
@NullMarked
package io.kehu.migration.job;

import org.jspecify.annotations.NullMarked;
