/**
 * What each customer has ordered, in figures, as told by the order events.
 */
@NullMarked
package io.kehu.customer.figures;

import org.jspecify.annotations.NullMarked;
