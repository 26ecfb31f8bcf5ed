/**
 * Runs long jobs in parts that all instances share: with progress, stop and restart, and
 * taken over when an instance dies.
 */
@NullMarked
package io.kehu.migration.job;

import org.jspecify.annotations.NullMarked;
