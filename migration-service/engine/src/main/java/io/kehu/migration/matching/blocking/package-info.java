/**
 * Brings records together that might match, so that not all pairs have to be compared.
 */
@NullMarked
package io.kehu.migration.matching.blocking;

import org.jspecify.annotations.NullMarked;
