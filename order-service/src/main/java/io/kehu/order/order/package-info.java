/**
 * Orders and their lines, kept by month.
 */
@NullMarked
package io.kehu.order.order;

import org.jspecify.annotations.NullMarked;
