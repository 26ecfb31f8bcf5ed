/**
 * Price lists, and the prices of products in them.
 */
@NullMarked
package io.kehu.order.price;

import org.jspecify.annotations.NullMarked;
