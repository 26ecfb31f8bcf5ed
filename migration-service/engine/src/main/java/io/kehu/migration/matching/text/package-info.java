/**
 * Holds the string metrics and normal forms on which comparisons of values are built.
 */
@NullMarked
package io.kehu.migration.matching.text;

import org.jspecify.annotations.NullMarked;
