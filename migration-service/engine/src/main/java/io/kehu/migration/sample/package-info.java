/**
 * Made-up persons by the million, from a seed, to try the cleaning algorithms on.
 */
@NullMarked
package io.kehu.migration.sample;

import org.jspecify.annotations.NullMarked;
