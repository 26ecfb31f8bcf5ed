/**
 * String metrics and normal forms on which comparisons of names and other texts stand.
 */
@NullMarked
package io.kehu.migration.linkage.text;

import org.jspecify.annotations.NullMarked;
