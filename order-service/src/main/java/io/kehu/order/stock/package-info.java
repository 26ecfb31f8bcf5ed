/**
 * Stock levels, and what orders reserve of them.
 */
@NullMarked
package io.kehu.order.stock;

import org.jspecify.annotations.NullMarked;
