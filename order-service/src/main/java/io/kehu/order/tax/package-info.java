/**
 * Tax classes and their rates.
 */
@NullMarked
package io.kehu.order.tax;

import org.jspecify.annotations.NullMarked;
