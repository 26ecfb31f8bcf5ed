/**
 * The customer service: customers, their contact data, order figures and merges.
 */
@NullMarked
package io.kehu.customer;

import org.jspecify.annotations.NullMarked;
