/**
 * The hierarchy of product categories.
 */
@NullMarked
package io.kehu.order.category;

import org.jspecify.annotations.NullMarked;
