/**
 * Generates persons and customers by the million from a seed, as plain rows, to test and
 * measure the algorithms on.
 */
@NullMarked
package io.kehu.migration.sample;

import org.jspecify.annotations.NullMarked;
