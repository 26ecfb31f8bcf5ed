/**
 * Products and their prices.
 */
@NullMarked
package io.kehu.order.product;

import org.jspecify.annotations.NullMarked;
