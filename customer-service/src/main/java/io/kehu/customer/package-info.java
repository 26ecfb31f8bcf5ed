/**
 * The customer service: who our customers are and how to reach them.
 */
@NullMarked
package io.kehu.customer;

import org.jspecify.annotations.NullMarked;
