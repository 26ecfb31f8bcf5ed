/**
 * Seeded sets of persons and companies unlike those that the defaults grew up with: other
 * words, languages, columns and rates of error.
 */
@NullMarked
package io.kehu.migration.matching.heldout;

import org.jspecify.annotations.NullMarked;
