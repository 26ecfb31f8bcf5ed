/**
 * The order service: what we sell, and who has ordered what.
 */
@NullMarked
package io.kehu.order;

import org.jspecify.annotations.NullMarked;
