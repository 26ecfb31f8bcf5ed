/**
 * What the columns of a table mean, and how two values of such a column are compared.
 */
@NullMarked
package io.kehu.migration.linkage.field;

import org.jspecify.annotations.NullMarked;
